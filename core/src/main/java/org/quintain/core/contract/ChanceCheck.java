package org.quintain.core.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quintain.core.Criterion;
import org.quintain.core.LabCard;
import org.quintain.core.Mark;
import org.quintain.core.Outcome;
import org.quintain.core.Verdict;

/** Counts what other seats' answers earn, and compares with the chance that the answer spaces on the card leave them. */
final class ChanceCheck {
    /** A chance below which wins with another seat's answer are no accident. */
    private static final double ACCIDENT = 1e-6;

    private final LabCard card;
    private final Map<String, Integer> wins = new TreeMap<>();
    private int tries;

    ChanceCheck(LabCard card) {
        this.card = card;
    }

    /** Counts the outcome of another seat's answer. */
    void add(Outcome outcome) {
        tries++;
        if (outcome instanceof Verdict verdict) {
            for (Mark mark : verdict.marks()) {
                if (mark.earned() == card.criterion(mark.criterion()).points()) {
                    wins.merge(mark.criterion(), 1, Integer::sum);
                }
            }
        }
    }

    /** One sentence for each criterion that other seats' answers meet more often than chance allows. */
    List<String> violations() {
        List<String> violations = new ArrayList<>();
        for (Criterion criterion : card.criteria()) {
            int won = wins.getOrDefault(criterion.id(), 0);
            double chance = binomialTail(tries, won, StrictMath.pow(2, -criterion.answerSpaceBits()));
            if (won > 0 && chance < ACCIDENT) {
                violations.add("another seat's answer earns " + criterion.id() + " only by chance: " + won + " of "
                        + tries + " with an answer space of " + criterion.answerSpaceBits() + " bits");
            }
        }
        return violations;
    }

    /** Chance of {@code wins} or more successes in {@code tries} with success chance {@code p} each. */
    static double binomialTail(int tries, int wins, double p) {
        if (p >= 1) {
            return 1;
        }
        double term = StrictMath.pow(1 - p, tries);
        double tail = 0;
        for (int k = 0; k <= tries; k++) {
            tail += k < wins ? 0 : term;
            term *= (double) (tries - k) / (k + 1) * p / (1 - p);
        }
        return Math.min(tail, 1);
    }
}
