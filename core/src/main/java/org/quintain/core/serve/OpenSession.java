package org.quintain.core.serve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private boolean isCutOff;

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
                Map.of(
                        "challenge", new Dispatcher.Own(0, this::challengeTree),
                        "usage", new Dispatcher.Own(0, this::usageTree),
                        "submit", new Dispatcher.Own(1, this::submitTree)));
        if (store != null) {
            replay(new Transcript(store.read(issueId)).verify(key));
        }
    }

    /** Repeats a transcript on this session's run; a submission counts again but is not judged again. */
    void replay(List<Exchange> exchanges) {
        for (Exchange exchange : exchanges) {
            if (Dispatcher.isSessionCall(exchange.call())) {
                submissions += isVerdict(exchange.reply()) ? 1 : 0;
            } else if (!dispatcher.call(exchange.call()).equals(exchange.reply())) {
                throw new IllegalStateException("the recorded reply wanted from the same call: lab="
                        + lab.card().id());
            }
            sealer.seal(exchange);
        }
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
    public synchronized Usage usage() {
        return setup.meter().usage();
    }

    @Override
    public synchronized Outcome submit(A answer) {
        requireEvidence();
        if (store == null) {
            return judge(answer);
        }
        return submitRecorded(Shapes.answer(lab.answerType()).write(answer, Links.NONE));
    }

    @Override
    public synchronized Outcome submitJson(Bytes answers) {
        Map<String, Object> tree;
        try {
            tree = Json.parseObject(answers, Limits.SUBMISSION);
        } catch (RefusedException badForm) {
            return new Rejected("answer-form", badForm.why());
        }
        requireEvidence();
        return store == null ? judgeTree(tree) : submitRecorded(tree);
    }

    /** Judged here and not through {@link #call}: an answer at the limit makes a call that is past it. */
    private Outcome submitRecorded(Object answers) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("id", 0L);
        call.put("on", Dispatcher.SESSION);
        call.put("call", "submit");
        call.put("args", List.of(answers));
        Outcome outcome = judgeTree(answers);
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("id", 0L);
        reply.put("result", OutcomeJson.write(outcome, lab.card()));
        record(new Exchange(Json.write(call), Json.write(reply)));
        return outcome;
    }

    @Override
    public synchronized String call(String line) {
        requireEvidence();
        // A lone surrogate does not survive a store in UTF-8, and the seal would then break.
        String stored = Bytes.utf8(line).toUtf8();
        Dispatcher.Reply reply = dispatcher.reply(stored);
        if (store != null && reply.isReached()) {
            record(new Exchange(stored, reply.line()));
        }
        return reply.line();
    }

    /** A line that is missing breaks the chain, so a session whose line could not be stored is over. */
    private void record(Exchange exchange) {
        isCutOff = true;
        store.append(issueId, sealer.seal(exchange));
        isCutOff = false;
    }

    private void requireEvidence() {
        if (isCutOff) {
            throw new IllegalStateException(
                    "a session whose evidence is stored wanted; serve it again: issueId=" + issueId);
        }
    }

    @Override
    public synchronized Transcript transcript() {
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
        return OutcomeJson.write(judgeTree(arguments.get(0)), lab.card());
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
        return lab.card().assurance().isSessionJudged()
                ? run.checker()
                : lab.open(setup.again()).checker();
    }
}
