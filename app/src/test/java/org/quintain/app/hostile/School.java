package org.quintain.app.hostile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.quintain.app.Solutions;
import org.quintain.core.Assurance;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.Params;
import org.quintain.core.Seat;
import org.quintain.core.contract.NearMiss;
import org.quintain.core.contract.Reference;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Learner;
import org.quintain.core.serve.Handout;
import org.quintain.core.serve.Issuer;
import org.quintain.core.serve.Transcript;
import org.quintain.core.serve.TranscriptStore;
import org.quintain.core.wire.Links;
import org.quintain.core.wire.Shapes;

/** The course that the cases are handed in to: real labs, real seats, right answers from the reference attacks. */
public final class School {
    public static final Bytes KEY = Bytes.ofHex("8f1c2b3a4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f8");
    public static final Catalog LABS = Catalog.installed();

    /** Hand in right answers before and behind each case. */
    public static final List<String> GOOD = List.of("anna", "zora");

    static final String NEIGHBOUR = "nadia";
    static final String TENANT = "uni-a";
    static final String COURSE = "hostile-101";

    private static final Map<String, Reference<?, ?>> ATTACKS = Solutions.installed().attacks().stream()
            .collect(Collectors.toMap(attack -> attack.lab().card().id(), attack -> attack));
    private static final Issuer ISSUER = Issuer.open(KEY, LABS);
    private static final Issuer PRACTICE = Issuer.practice(LABS);
    private static final TranscriptStore EVIDENCE = TranscriptStore.inMemory();
    private static final Map<List<Object>, Solved> SOLVED = new ConcurrentHashMap<>();

    private School() {}

    /**
     * What somebody could hand in for an instance.
     *
     * @param right the right answer as a JSON tree
     * @param misses near misses of the reference
     */
    record Solution(Map<String, Object> right, List<Miss> misses) {}

    /** An instance; it is attacked when its answer is asked for. */
    static final class Solved {
        private final Handout handout;
        private final Supplier<Solution> attack;
        private Solution solution;

        Solved(Handout handout, Supplier<Solution> attack) {
            this.handout = handout;
            this.attack = attack;
        }

        Handout handout() {
            return handout;
        }

        synchronized Solution solution() {
            solution = solution == null ? attack.get() : solution;
            return solution;
        }

        Map<String, Object> right() {
            return solution().right();
        }

        List<Miss> misses() {
            return solution().misses();
        }
    }

    /**
     * A near miss.
     *
     * @param name what is wrong with it
     * @param answer a JSON tree
     * @param kept the most points that it may still earn
     */
    record Miss(String name, Map<String, Object> answer, int kept) {}

    /**
     * The course with a roster.
     *
     * @param cases learners beside the good ones, the neighbour and those with hostile names
     * @return the plan
     */
    public static Course course(List<String> cases) {
        List<Assignment> assignments = new ArrayList<>();
        labs().forEach(lab -> assignments.add(Assignment.of(lab, 1, params(lab).nonDefault())));
        String first = labs().get(0);
        assignments.add(Assignment.of(first, 2, params(first).nonDefault()));
        List<Learner> roster = new ArrayList<>();
        GOOD.forEach(id -> roster.add(Learner.of(id)));
        roster.add(Learner.of(NEIGHBOUR));
        for (String line : Case.lines(Case.ROOT.resolve("people.txt"))) {
            String[] cells = (Filling.unescaped(line) + " ").split("\\|", -1);
            roster.add(new Learner(cells[0], cells[1], cells[2], cells[3].substring(0, cells[3].length() - 1), "en"));
        }
        cases.forEach(id -> roster.add(Learner.of(id)));
        return new Course(TENANT, COURSE, CourseKey.of(KEY).keyId(), assignments, roster);
    }

    static List<String> labs() {
        return Case.Field.all().stream()
                .filter(Case.Field::isFirst)
                .map(Case.Field::lab)
                .toList();
    }

    static Lab<?, ?> lab(String id) {
        return LABS.find(id).orElseThrow();
    }

    static int max(String lab) {
        return lab(lab).card().maxPoints();
    }

    private static Params params(String lab) {
        Map<String, String> params = Case.Field.all().stream()
                .filter(field -> field.lab().equals(lab) && field.params().isPresent())
                .flatMap(field -> Arrays.stream(field.params().get().split(",")))
                .map(param -> param.split("="))
                .collect(Collectors.toMap(param -> param[0], param -> param[1], (one, same) -> one));
        return Params.parse(lab(lab).card(), params);
    }

    /** The instance of a learner and its right answer. */
    static Solved solved(String learner, String lab) {
        return solved(ISSUER, new Seat(TENANT, COURSE, learner, 1), lab);
    }

    /** The same instance for another seat: {@code neighbour}, {@code elsewhere}, {@code second} or {@code practice}. */
    static Solved other(String whose, String learner, String lab) {
        return switch (whose) {
            case "neighbour" -> solved(NEIGHBOUR, lab);
            case "elsewhere" -> solved(ISSUER, new Seat("uni-b", COURSE, learner, 1), lab);
            case "second" -> solved(ISSUER, new Seat(TENANT, COURSE, learner, 2), lab);
            case "practice" -> solved(PRACTICE, new Seat(TENANT, COURSE, learner, 1), lab);
            default -> throw new IllegalArgumentException("neighbour, elsewhere, second or practice wanted: " + whose);
        };
    }

    private static Solved solved(Issuer issuer, Seat seat, String lab) {
        return SOLVED.computeIfAbsent(
                List.of(issuer.keyId(), seat, lab), key -> solve(issuer, seat, ATTACKS.get(lab), params(lab)));
    }

    private static <C extends Record, A extends Record> Solved solve(
            Issuer issuer, Seat seat, Reference<C, A> attack, Params params) {
        return new Solved(issuer.handout(seat, attack.lab(), params), () -> attack(issuer, seat, attack, params));
    }

    private static <C extends Record, A extends Record> Solution attack(
            Issuer issuer, Seat seat, Reference<C, A> attack, Params params) {
        C challenge = issuer.open(seat, attack.lab(), params).challenge();
        A right = attack.run(challenge);
        List<Miss> misses = new ArrayList<>();
        for (NearMiss<A> miss : attack.nearMisses(challenge, right)) {
            int kept = miss.mayKeep().stream()
                    .mapToInt(id -> attack.lab().card().criterion(id).points())
                    .sum();
            misses.add(new Miss(miss.name(), tree(miss.answer()), kept));
        }
        return new Solution(tree(right), misses);
    }

    private static Map<String, Object> tree(Record answer) {
        return Shapes.answer(answer.getClass()).write(answer, Links.NONE);
    }

    /** The platform's record of a learner's session, if the lab needs one. */
    static java.util.Optional<Transcript> evidence(String learner, String lab) {
        if (lab(lab).card().assurance() != Assurance.SERVED_TARGET) {
            return java.util.Optional.empty();
        }
        String issueId = solved(learner, lab).handout().heading().issueId();
        synchronized (EVIDENCE) {
            if (EVIDENCE.read(issueId).isEmpty()) {
                work(
                        new Seat(TENANT, COURSE, learner, 1),
                        ATTACKS.get(lab),
                        solved(learner, lab).handout());
            }
        }
        return java.util.Optional.of(new Transcript(EVIDENCE.read(issueId)));
    }

    /** The attack; where it is long only what a normal user does, so that the record is short. */
    private static <C extends Record, A extends Record> void work(Seat seat, Reference<C, A> attack, Handout handout) {
        String lab = attack.lab().card().id();
        var session = ISSUER.serve(seat, lab, params(lab).nonDefault(), EVIDENCE);
        C challenge = handout.challenge(attack.lab().challengeType(), session::call);
        if (attack.lab().card().budget().queries() > 1000) {
            attack.honestUse(challenge);
        } else {
            attack.run(challenge);
        }
    }
}
