package org.quintain.core.contract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.quintain.core.Assurance;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Checker;
import org.quintain.core.Faulted;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Language;
import org.quintain.core.Mark;
import org.quintain.core.Outcome;
import org.quintain.core.Param;
import org.quintain.core.Params;
import org.quintain.core.RefusedException;
import org.quintain.core.Rejected;
import org.quintain.core.Seat;
import org.quintain.core.Setup;
import org.quintain.core.Usage;
import org.quintain.core.Verdict;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.derive.SeatKey;
import org.quintain.core.serve.Handout;
import org.quintain.core.serve.Issuer;
import org.quintain.core.serve.Judge;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;
import org.quintain.core.wire.Links;
import org.quintain.core.wire.Shapes;

/** One check of one lab. */
final class ContractCheck<C extends Record, A extends Record> {
    /** Seats on which the attack also runs over JSON, which costs a hundred times more than in process. */
    private static final int WIRE_SEATS = 8;
    /** Seats on which changed answers and hostile input are tried. */
    private static final int HOSTILE_SEATS = 4;

    private final Reference<C, A> reference;
    private final Lab<C, A> lab;
    private final LabCard card;
    private final Set<String> violations = new LinkedHashSet<>();
    private final ChanceCheck others;
    private BriefCheck briefs;
    private long queries;
    private long worstQueries;
    private int seats;
    private long slowestNanos;

    ContractCheck(Reference<C, A> reference) {
        this.reference = reference;
        this.lab = reference.lab();
        this.card = lab.card();
        this.others = new ChanceCheck(card);
    }

    LabContract.Report run(int randomSeats) {
        try {
            Shapes.challenge(lab.challengeType());
            Shapes.answer(lab.answerType());
            briefs = new BriefCheck(lab, violations);
        } catch (IllegalArgumentException doesNotTravel) {
            violations.add(card.id() + ": " + doesNotTravel.getMessage());
            return report(0);
        }
        A neighbour = null;
        for (int i = 0; i < randomSeats; i++) {
            neighbour = guarded("seat " + i, Seat.practice(i), Params.none(), neighbour, i);
        }
        double meanQueries = seats == 0 ? 0 : (double) queries / seats;
        checkCorners();
        for (HardSeat hard : reference.hardSeats()) {
            guarded("hard seat (" + hard.why() + ")", hard.seat(), Params.parse(card, hard.params()), null, 0);
        }
        others.violations().forEach(violation -> fail("other seats", violation));
        return report(meanQueries);
    }

    /** One seat for each value that a parameter's domain is known by; the hardened twin has checks of its own. */
    private void checkCorners() {
        for (Param<?> param : card.parameters()) {
            if (!param.equals(Param.HARDENED)) {
                checkCorners(param);
            }
        }
    }

    private <T> void checkCorners(Param<T> param) {
        for (T value : param.corners()) {
            Params params = Params.of(param, value);
            if (!params.nonDefault().isEmpty()) {
                guarded("parameter " + params, Seat.practice(0), params, null, WIRE_SEATS);
            }
        }
    }

    private LabContract.Report report(double meanQueries) {
        return new LabContract.Report(List.copyOf(violations), seats, meanQueries, worstQueries, slowestNanos / 1000);
    }

    private A guarded(String where, Seat seat, Params params, A neighbour, int index) {
        try {
            return checkSeat(where, seat, params, neighbour, index);
        } catch (RuntimeException | StackOverflowError unexpected) {
            fail(where, "threw " + unexpected.getClass().getName() + ": " + unexpected.getMessage());
            return null;
        }
    }

    private A checkSeat(String where, Seat seat, Params params, A neighbour, int index) {
        seats++;
        SeatKey key = CourseKey.practice().seatKey(seat, card.id(), card.contentVersion(), params.nonDefault());
        Setup setup = Setup.of(key.root(), params, card.budget());
        LabRun<C, A> run = lab.open(setup);
        A right = reference.run(run.challenge());
        Usage used = setup.meter().usage();
        queries += used.queries();
        worstQueries = Math.max(worstQueries, used.queries());
        long before = System.nanoTime();
        Outcome full = judge(run, setup, right);
        slowestNanos = Math.max(slowestNanos, System.nanoTime() - before);
        requireFull(where, full);
        requireHonestUse(where, "target", lab.open(setup.again()).challenge());
        checkNearMisses(where, run, setup, right);
        if (neighbour != null) {
            others.add(judge(run, setup, neighbour));
        }
        checkHandout(where, seat, params, key);
        if (card.hasHardenedTwin()) {
            checkTwin(where, setup);
        }
        if (index < WIRE_SEATS) {
            new WireCheck<>(reference, seat, params, key, violation -> fail(where, violation)).run(right, full, used);
        }
        if (index < HOSTILE_SEATS) {
            checkHostile(where, run, setup, right);
        }
        return right;
    }

    /** As a session judges: the state of a served run counts, anything else is judged on a run of its own. */
    private Outcome judge(LabRun<C, A> run, Setup setup, A answer) {
        return judge(run, setup, (Object) Shapes.answer(lab.answerType()).write(answer, Links.NONE));
    }

    private Outcome judge(LabRun<C, A> run, Setup setup, Object answers) {
        Outcome outcome = Judge.read(lab, answers, answer -> Judge.check(card, () -> checker(run, setup), answer));
        briefs.requireWords(outcome);
        return outcome;
    }

    private Checker<A> checker(LabRun<C, A> run, Setup setup) {
        return card.assurance() == Assurance.SERVED_TARGET
                ? run.checker()
                : lab.open(setup.again()).checker();
    }

    private void requireFull(String where, Outcome outcome) {
        if (!(outcome instanceof Verdict verdict) || verdict.earned() != card.maxPoints()) {
            fail(where, "the reference attack earns full marks: " + shown(outcome));
        }
    }

    private void requireHonestUse(String where, String target, C challenge) {
        requireHonestUse(reference, target, challenge, violation -> fail(where, violation));
    }

    static <C extends Record> void requireHonestUse(
            Reference<C, ?> reference, String target, C challenge, Consumer<String> report) {
        try {
            reference.honestUse(challenge);
        } catch (RuntimeException refused) {
            report.accept("honest use works on the " + target + ": threw " + refused);
        }
    }

    private void checkNearMisses(String where, LabRun<C, A> run, Setup setup, A right) {
        List<NearMiss<A>> misses = reference.nearMisses(lab.open(setup.again()).challenge(), right);
        if (misses.isEmpty()) {
            fail(where, "there is at least one near miss");
        }
        for (NearMiss<A> miss : misses) {
            Outcome outcome = judge(run, setup, miss.answer());
            for (Mark mark : marks(outcome)) {
                if (mark.earned() > 0 && !miss.mayKeep().contains(mark.criterion())) {
                    fail(
                            where,
                            "near miss '" + miss.name() + "' earns nothing for " + mark.criterion() + ": "
                                    + shown(outcome));
                }
            }
            if (outcome instanceof Faulted || earned(outcome) == card.maxPoints()) {
                fail(where, "near miss '" + miss.name() + "' is judged and not right: " + shown(outcome));
            }
        }
    }

    private void checkHandout(String where, Seat seat, Params params, SeatKey key) {
        try (Issuer issuer = Issuer.practice(Catalog.of(List.of(lab)))) {
            Handout first = issuer.handout(seat, lab, params);
            Handout second = issuer.handout(seat, lab, params);
            if (!Json.canonical(first.content()).equals(Json.canonical(second.content()))) {
                fail(where, "equal setups give the same handout");
            }
            List<byte[]> secrets = new ArrayList<>();
            lab.open(Setup.of(key.root().reportingSecretsTo(secrets::add), params, card.budget()));
            for (Language language : Language.values()) {
                LeakScan.leak(secrets, first.toJson(lab, language), first.files())
                        .ifPresent(form -> fail(where, "no secret is in the handout: found as " + form));
            }
        }
    }

    private void checkTwin(String where, Setup setup) {
        requireHonestUse(
                where,
                "hardened target",
                lab.open(setup.with(Param.HARDENED, true)).challenge());
        Setup twin = setup.with(Param.HARDENED, true);
        LabRun<C, A> run = lab.open(twin);
        A answer = reference.run(run.challenge());
        Outcome outcome = judge(run, twin, answer);
        if (!(outcome instanceof Verdict verdict) || verdict.earned() != 0) {
            fail(where, "the attack earns nothing on the hardened target, by a verdict: " + shown(outcome));
        }
    }

    private void checkHostile(String where, LabRun<C, A> run, Setup setup, A right) {
        Object tree = Shapes.answer(lab.answerType()).write(right, Links.NONE);
        for (Object changed : Mutations.of(tree)) {
            Outcome outcome = judge(run, setup, changed);
            if (outcome instanceof Faulted) {
                fail(where, "a changed right answer gives no fault: " + shown(outcome) + " for " + shape(changed));
            }
        }
        for (String hostile : Mutations.hostileDocuments(Shapes.answer(lab.answerType()))) {
            Outcome outcome = judgeDocument(run, setup, Bytes.utf8(hostile));
            briefs.requireWords(outcome);
            boolean isEarned = marks(outcome).stream()
                    .anyMatch(mark -> mark.earned() > 0
                            && card.criterion(mark.criterion()).answerSpaceBits() >= 8);
            if (outcome instanceof Faulted || isEarned) {
                fail(where, "hostile input is rejected or earns nothing: " + shown(outcome) + " for " + shape(hostile));
            }
        }
    }

    /** As a session judges it, but without an end to the submissions, or only the first few would be judged at all. */
    private Outcome judgeDocument(LabRun<C, A> run, Setup setup, Bytes document) {
        Object tree;
        try {
            tree = Json.parseObject(document, Limits.SUBMISSION);
        } catch (RefusedException badForm) {
            return new Rejected("answer-form", badForm.why());
        }
        return judge(run, setup, tree);
    }

    private static String shape(Object tree) {
        String text = tree instanceof String json ? json : Json.write(tree);
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    private static List<Mark> marks(Outcome outcome) {
        return outcome instanceof Verdict verdict ? verdict.marks() : List.of();
    }

    private static int earned(Outcome outcome) {
        return outcome instanceof Verdict verdict ? verdict.earned() : 0;
    }

    private static String shown(Outcome outcome) {
        return String.valueOf(outcome);
    }

    private void fail(String where, String rule) {
        violations.add(card.id() + ", " + where + ": " + rule);
    }
}
