package org.quintain.net.dnsanswerspoof;

import java.util.List;
import org.quintain.core.Message;
import org.quintain.core.Verdict;
import org.quintain.net.dnsanswerspoof.DnsAnswerSpoofVisits.Visit;

/** Judges what the board of a network did, the session's or a script's. */
final class DnsAnswerSpoofChecker {
    private DnsAnswerSpoofChecker() {}

    static Verdict verdict(DnsAnswerSpoofTarget target) {
        DnsAnswerSpoofJournal journal = target.journal();
        List<Visit> misled =
                target.visits().visits().stream().filter(journal::isMisleading).toList();
        boolean isBelieved = !misled.isEmpty();
        boolean isConnected = isBelieved && journal.wasVisitedByBoard();
        boolean isShown = isConnected
                && misled.stream()
                        .anyMatch(visit -> visit.shownBy() == target.learner().index());
        return DnsAnswerSpoofLab.CARD
                .marking()
                .mark("believed", isBelieved, Message.of(isBelieved ? "believed-right" : unbelieved(target)))
                .mark("connected", isConnected, Message.of(connected(journal, misled, isConnected)))
                .mark("shown", isShown, Message.of(shown(target.visits(), isConnected, isShown)))
                .verdict();
    }

    private static String unbelieved(DnsAnswerSpoofTarget target) {
        return switch (target.journal().reach()) {
            case NOTHING -> "believed-nothing";
            case ELSEWHERE -> "believed-elsewhere";
            case BROKEN -> "believed-broken";
            case UNASKED -> "believed-unasked";
            case LATE -> "believed-late";
            case PORT -> "believed-port";
            case ID -> "believed-id";
            case SOURCE -> "believed-source";
            case QUESTION -> "believed-question";
            case CASE -> "believed-case";
            case MATCHED -> matched(target);
        };
    }

    private static String matched(DnsAnswerSpoofTarget target) {
        if (target.boardStub().counters().bogusAnswers() > 0) {
            return "believed-unsigned";
        }
        return target.visits().visits().stream().anyMatch(Visit::isForged) ? "believed-same" : "believed-empty";
    }

    private static String connected(DnsAnswerSpoofJournal journal, List<Visit> misled, boolean isConnected) {
        if (isConnected) {
            return "connected-right";
        } else if (misled.isEmpty()) {
            return "connected-open";
        } else if (misled.stream().noneMatch(Visit::isSent)) {
            return "connected-far";
        }
        return journal.wasRequestMisled() ? "connected-elsewhere" : "connected-silent";
    }

    private static String shown(DnsAnswerSpoofVisits visits, boolean isConnected, boolean isShown) {
        if (isShown) {
            return "shown-right";
        } else if (!isConnected) {
            return "shown-open";
        } else if (visits.lateReplies() > 0) {
            return "shown-late";
        } else if (visits.misplacedReplies() > 0) {
            return "shown-source";
        }
        return visits.misnumberedReplies() > 0 ? "shown-nonce" : "shown-none";
    }
}
