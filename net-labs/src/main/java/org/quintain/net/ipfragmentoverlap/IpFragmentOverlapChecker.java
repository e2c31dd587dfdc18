package org.quintain.net.ipfragmentoverlap;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quintain.core.Marking;
import org.quintain.core.Message;
import org.quintain.core.Verdict;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Answer;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Policy;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Row;

/** Judges what the boards of a network have shown, the session's or a script's, and the table of policies. */
final class IpFragmentOverlapChecker {
    private IpFragmentOverlapChecker() {}

    static Verdict verdict(IpFragmentOverlapTarget target, Answer answer) {
        Marking marking = IpFragmentOverlapLab.CARD.marking();
        Message policies = policies(target, answer.policies());
        marking.mark("policies", policies.key().equals("policies-right"), policies);
        IpFragmentOverlapBoard valley = target.boards().get(0);
        IpFragmentOverlapBoard summit = target.boards().get(1);
        String first = target.texts().get(0);
        String second = target.texts().get(1);
        boolean atFirst = valley.hasShown(first);
        boolean atSecond = summit.hasShown(second);
        boolean isEvaded = atFirst || atSecond;
        boolean isBoth = valley.hasShownTogether(first, summit, second);
        return marking.mark("evaded", isEvaded, isEvaded ? Message.of("evaded-right") : unevaded(target))
                .mark("both", isBoth, Message.of(both(isEvaded, atFirst && atSecond, isBoth)))
                .verdict();
    }

    private static Message unevaded(IpFragmentOverlapTarget target) {
        IpFragmentOverlapGate gate = target.gate();
        if (gate.refusedPackets() > 0) {
            return Message.of("evaded-refused", "count", gate.refusedPackets());
        } else if (gate.readPackets() == 0) {
            return unread(gate);
        } else if (target.boards().stream()
                .limit(2)
                .anyMatch(board -> board.host().counters().wrongChecksums() > 0)) {
            return Message.of("evaded-checksum");
        }
        boolean isShown = target.boards().stream()
                .limit(2)
                .anyMatch(board -> !board.readings().isEmpty());
        return Message.of(isShown ? "evaded-other" : "evaded-elsewhere");
    }

    private static Message unread(IpFragmentOverlapGate gate) {
        if (gate.fragments() > 0) {
            return Message.of("evaded-incomplete", "count", gate.fragments());
        }
        return gate.droppedFrames() > 0
                ? Message.of("evaded-dropped", "count", gate.droppedFrames())
                : Message.of("evaded-nothing");
    }

    private static String both(boolean isEvaded, boolean isShownTwice, boolean isBoth) {
        if (isBoth) {
            return "both-right";
        } else if (isShownTwice) {
            return "both-apart";
        }
        return isEvaded ? "both-one" : "both-open";
    }

    private static Message policies(IpFragmentOverlapTarget target, List<Row> claimed) {
        List<String> names = IpFragmentOverlapTarget.NAMES;
        Map<String, Policy> byName = new TreeMap<>();
        claimed.forEach(row -> byName.put(row.name(), row.policy()));
        if (claimed.isEmpty()) {
            return Message.of("policies-empty");
        } else if (claimed.size() != names.size() || !byName.keySet().equals(new TreeSet<>(names))) {
            return Message.of("policies-names", "wanted", names.size());
        } else if (target.policies().stream().distinct().count() == 1) {
            return Message.of("policies-alike");
        }
        for (int i = 0; i < names.size(); i++) {
            if (byName.get(names.get(i)).behaviour() != target.policies().get(i)) {
                return Message.of("policies-wrong");
            }
        }
        return Message.of("policies-right");
    }
}
