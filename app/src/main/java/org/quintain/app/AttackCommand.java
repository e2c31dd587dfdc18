package org.quintain.app;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quintain.core.BudgetExhaustedException;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.Param;
import org.quintain.core.Params;
import org.quintain.core.RefusedException;
import org.quintain.core.Seat;
import org.quintain.core.Verdict;
import org.quintain.core.contract.Reference;
import org.quintain.core.serve.Issuer;
import org.quintain.core.serve.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the reference attack on practice seats and measures it. */
@Command(name = "attack")
final class AttackCommand extends QuintainCommand {
    private static final double NANOS_PER_MILLI = 1e6;

    @Parameters(paramLabel = "${bundle:label-lab}", descriptionKey = "argument-lab")
    private String labId;

    @Option(names = "--seats", paramLabel = "N", defaultValue = "16", descriptionKey = "option-seats")
    private int seats;

    @Option(names = "--hardened", descriptionKey = "option-hardened")
    private boolean isHardened;

    @Mixin
    private ParamOptions params;

    /** What the runs gave, added up. */
    private static final class Tally {
        private int wins;
        private long queries;
        private long worstQueries;
        private long nanos;
        private long worstNanos;
    }

    @Override
    public int run() {
        Lab<?, ?> lab = lab(labId);
        if (seats < 1) {
            throw Failure.usage("error-at-least", "name", "--seats", "min", 1, "found", seats);
        }
        Params values = params(lab);
        Reference<?, ?> attack = references().attack(labId).orElse(null);
        if (attack == null) {
            err().println(text("no-attack", "lab", labId));
            return Exit.OK;
        }
        Tally tally = new Tally();
        try (Issuer issuer = Issuer.practice(Catalog.of(List.of(lab)))) {
            for (int i = 0; i < seats; i++) {
                attack(attack, issuer, Seat.practice(i), values, tally);
            }
        }
        print(tally);
        return Exit.OK;
    }

    private Params params(Lab<?, ?> lab) {
        Map<String, String> values = new TreeMap<>(params.values(lab.card()));
        if (isHardened) {
            if (!lab.card().hasHardenedTwin()) {
                throw Failure.usage("error-no-twin", "lab", labId);
            }
            values.put(Param.HARDENED.name(), "true");
        }
        return Params.parse(lab.card(), values);
    }

    private static <C extends Record, A extends Record> void attack(
            Reference<C, A> attack, Issuer issuer, Seat seat, Params params, Tally tally) {
        Session<C, A> session = issuer.open(seat, attack.lab(), params);
        long before = System.nanoTime();
        A answer = run(attack, session.challenge());
        long nanos = System.nanoTime() - before;
        long queries = session.usage().queries();
        tally.queries += queries;
        tally.worstQueries = Math.max(tally.worstQueries, queries);
        tally.nanos += nanos;
        tally.worstNanos = Math.max(tally.worstNanos, nanos);
        if (answer != null
                && session.submit(answer) instanceof Verdict verdict
                && verdict.earned() == attack.lab().card().maxPoints()) {
            tally.wins++;
        }
    }

    /** The answer, or null if the target or its budget ended the attack. */
    private static <C extends Record, A extends Record> A run(Reference<C, A> attack, C challenge) {
        try {
            return attack.run(challenge);
        } catch (RefusedException | BudgetExhaustedException defended) {
            return null;
        }
    }

    private void print(Tally tally) {
        out().println(text("attack-success", "wins", tally.wins, "seats", seats, "percent", percent(tally.wins)));
        out().println(text(
                "attack-queries", "mean", decimal((double) tally.queries / seats), "worst", tally.worstQueries));
        out().println(text(
                "attack-time",
                "mean",
                decimal(tally.nanos / NANOS_PER_MILLI / seats),
                "worst",
                decimal(tally.worstNanos / NANOS_PER_MILLI)));
    }

    private String percent(int wins) {
        return decimal(100.0 * wins / seats);
    }

    private String decimal(double value) {
        return String.format(language().locale(), "%.1f", value);
    }
}
