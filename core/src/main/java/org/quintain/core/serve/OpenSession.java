package org.quintain.core.serve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quintain.core.Assurance;
import org.quintain.core.Bytes;
import org.quintain.core.Checker;
import org.quintain.core.Lab;
import org.quintain.core.LabRun;
import org.quintain.core.Message;
import org.quintain.core.Outcome;
import org.quintain.core.Params;
import org.quintain.core.RefusedException;
import org.quintain.core.Rejected;
import org.quintain.core.Setup;
import org.quintain.core.Usage;
import org.quintain.core.Verdict;
import org.quintain.core.derive.SeatKey;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;
import org.quintain.core.wire.Links;
import org.quintain.core.wire.RecordShape;
import org.quintain.core.wire.Shapes;

/** The session over one run of a lab. */
final class OpenSession<C extends Record, A extends Record> implements Session<C, A> {
    private final Lab<C, A> lab;
    private final Setup setup;
    private final LabRun<C, A> run;
    private final String issueId;
    private final TranscriptStore store;
    private final Transcript.Sealer sealer;
    private final Dispatcher dispatcher;
    private int submissions;
    private boolean isReplaying;

    OpenSession(Lab<C, A> lab, SeatKey key, Params params, TranscriptStore store) {
        this.lab = lab;
        this.setup = Setup.of(key.root(), params, lab.card().budget());
        this.run = lab.open(setup);
        this.issueId = key.issueId();
        this.store = store;
        this.sealer = new Transcript.Sealer(key);
        RecordShape shape = Shapes.challenge(lab.challengeType());
        this.dispatcher = new Dispatcher(
                shape,
                run.challenge(),
                Map.of("challenge", this::challengeTree, "usage", this::usageTree, "submit", this::submitTree));
        if (store != null) {
            replay(new Transcript(store.read(issueId)).verify(key));
        }
    }

    /** Repeats a transcript on this session's run; a submission counts again but is not judged again. */
    void replay(List<Exchange> exchanges) {
        isReplaying = true;
        for (Exchange exchange : exchanges) {
            String reply = dispatcher.call(exchange.call());
            boolean isOwn = Dispatcher.isSessionCall(exchange.call());
            if (!isOwn && !reply.equals(exchange.reply())) {
                throw new IllegalStateException("the recorded reply wanted from the same call: lab="
                        + lab.card().id());
            }
            if (isOwn && isVerdict(exchange.reply())) {
                submissions++;
            }
            sealer.seal(exchange);
        }
        isReplaying = false;
    }

    private static boolean isVerdict(String reply) {
        return Json.parseObject(Bytes.utf8(reply), Limits.OWN_FILE).get("result") instanceof Map<?, ?> result
                && "verdict".equals(result.get("outcome"));
    }

    Checker<A> checker() {
        return run.checker();
    }

    @Override
    public Lab<C, A> lab() {
        return lab;
    }

    @Override
    public String issueId() {
        return issueId;
    }

    @Override
    public C challenge() {
        return run.challenge();
    }

    @Override
    public Usage usage() {
        return setup.meter().usage();
    }

    @Override
    public synchronized Outcome submit(A answer) {
        if (store == null) {
            return judge(answer);
        }
        Object tree = Shapes.answer(lab.answerType()).write(answer, Links.NONE);
        return submitRecorded(tree);
    }

    @Override
    public synchronized Outcome submitJson(Bytes answers) {
        Map<String, Object> tree;
        try {
            tree = Json.parseObject(answers, Limits.SUBMISSION);
        } catch (RefusedException badForm) {
            return new Rejected("answer-form", badForm.why());
        }
        return store == null ? judgeTree(tree) : submitRecorded(tree);
    }

    private Outcome submitRecorded(Object answers) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("id", 0L);
        call.put("on", Dispatcher.SESSION);
        call.put("call", "submit");
        call.put("args", List.of(answers));
        Map<String, Object> reply = Json.parseObject(Bytes.utf8(call(Json.write(call))), Limits.OWN_FILE);
        @SuppressWarnings("unchecked")
        Map<String, Object> outcome = (Map<String, Object>) reply.get("result");
        return OutcomeJson.read(outcome);
    }

    @Override
    public synchronized String call(String line) {
        String reply = dispatcher.call(line);
        if (store != null) {
            store.append(issueId, sealer.seal(new Exchange(line, reply)));
        }
        return reply;
    }

    @Override
    public Transcript transcript() {
        return new Transcript(store == null ? List.of() : store.read(issueId));
    }

    private Object challengeTree(List<Object> arguments) {
        return Shapes.challenge(lab.challengeType()).write(run.challenge(), dispatcher.links());
    }

    private Object usageTree(List<Object> arguments) {
        Usage used = usage();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("queries", used.queries());
        out.put("packets", used.packets());
        out.put("virtualMicros", used.virtualMicros());
        return out;
    }

    private Object submitTree(List<Object> arguments) {
        if (isReplaying) {
            return Json.NULL;
        }
        Object answers = arguments.size() == 1 ? arguments.get(0) : Json.NULL;
        return OutcomeJson.write(judgeTree(answers), lab.card());
    }

    private Outcome judgeTree(Object answers) {
        return Judge.read(lab, answers, this::judge);
    }

    private Outcome judge(A answer) {
        int limit = lab.card().budget().submissions();
        if (submissions >= limit) {
            return new Rejected("submissions-exhausted", Message.of("submissions-exhausted", "limit", limit));
        }
        Outcome outcome = Judge.check(lab.card(), this::judgingChecker, answer);
        if (outcome instanceof Verdict) {
            submissions++;
        }
        return outcome;
    }

    /** The state of a served run is its evidence; every other answer is judged on a run of its own. */
    private Checker<A> judgingChecker() {
        return lab.card().assurance() == Assurance.SERVED_TARGET
                ? run.checker()
                : lab.open(setup.again()).checker();
    }
}
