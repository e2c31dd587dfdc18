package org.quintain.net.arppoison;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quintain.core.Marking;
import org.quintain.core.Message;
import org.quintain.core.Verdict;
import org.quintain.net.arppoison.ArpPoisonLab.Answer;
import org.quintain.net.arppoison.ArpPoisonLab.Habit;

/** Judges what happened on a network, the session's or a script's, and the table of habits. */
final class ArpPoisonChecker {
    private ArpPoisonChecker() {}

    static Verdict verdict(ArpPoisonTarget target, Answer answer) {
        Marking marking = ArpPoisonLab.CARD.marking();
        ArpPoisonJournal journal = target.journal();
        boolean isPoisoned = journal.isPoisoned();
        boolean isDiverted = isPoisoned && !journal.diverted().isEmpty();
        boolean isForwarded = isDiverted && isForwarded(target, true);
        marking.mark("poisoned", isPoisoned, isPoisoned ? Message.of("poisoned-right") : unpoisoned(target))
                .mark(
                        "diverted",
                        isDiverted,
                        isDiverted ? Message.of("diverted-right") : undiverted(target, isPoisoned))
                .mark("forwarded", isForwarded, Message.of(forwarded(target, isDiverted, isForwarded)));
        markHabits(marking, target, answer.habits());
        return marking.verdict();
    }

    /** Whether the lamp got an order that had gone astray, and the console its acknowledgement in time if so wanted. */
    private static boolean isForwarded(ArpPoisonTarget target, boolean inTime) {
        return target.journal().diverted().stream()
                .anyMatch(number -> target.orders().isReceived(number)
                        && (!inTime || target.orders().isAcknowledgedInTime(number)));
    }

    private static Message unpoisoned(ArpPoisonTarget target) {
        ArpPoisonJournal journal = target.journal();
        if (target.refusedPackets() > 0) {
            return Message.of("poisoned-refused", "count", target.refusedPackets());
        } else if (journal.sentArp() == 0) {
            return Message.of("poisoned-nothing");
        } else if (journal.malformedArp() == journal.sentArp()) {
            return Message.of("poisoned-malformed", "count", journal.malformedArp());
        } else if (journal.isLampPoisoned()) {
            return Message.of("poisoned-other-way");
        } else if (journal.claims() == 0) {
            return Message.of("poisoned-unclaimed");
        }
        return Message.of(journal.claimsArrived() == 0 ? "poisoned-elsewhere" : "poisoned-unbelieved");
    }

    private static Message undiverted(ArpPoisonTarget target, boolean isPoisoned) {
        if (target.journal().wasOrderMisled()) {
            return Message.of("diverted-elsewhere");
        } else if (target.journal().wasOrderStolen()) {
            return Message.of("diverted-switch");
        }
        return Message.of(isPoisoned ? "diverted-none" : "diverted-open");
    }

    private static String forwarded(ArpPoisonTarget target, boolean isDiverted, boolean isForwarded) {
        if (!isDiverted) {
            return "forwarded-open";
        } else if (isForwarded) {
            return "forwarded-right";
        }
        return isForwarded(target, false) ? "forwarded-late" : "forwarded-none";
    }

    private static void markHabits(Marking marking, ArpPoisonTarget target, List<Habit> claimed) {
        Map<String, Habit> byName = new TreeMap<>();
        claimed.forEach(habit -> byName.put(habit.station(), habit));
        if (claimed.isEmpty()) {
            marking.mark("habits", false, Message.of("habits-empty"));
        } else if (claimed.size() != byName.size() || !byName.keySet().equals(new TreeSet<>(ArpPoisonTarget.NAMES))) {
            marking.mark("habits", false, Message.of("habits-stations", "wanted", ArpPoisonTarget.NAMES.size()));
        } else {
            int right = 0;
            for (int i = 0; i < ArpPoisonTarget.NAMES.size(); i++) {
                String name = ArpPoisonTarget.NAMES.get(i);
                right += target.habits().get(i).equals(byName.get(name).toPolicy()) ? 1 : 0;
            }
            boolean isRight = right == ArpPoisonTarget.NAMES.size();
            marking.mark("habits", isRight, Message.of(isRight ? "habits-right" : "habits-wrong"));
        }
    }
}
