package org.quintain.net.tcphandshakemanual;

import java.util.Comparator;
import java.util.Optional;
import org.quintain.core.Marking;
import org.quintain.core.Message;
import org.quintain.core.Verdict;
import org.quintain.net.sim.tcp.TcpEvent;
import org.quintain.net.tcphandshakemanual.TcpHandshakeManualDesk.Visit;

/** Judges the connections that the learner's address has had with the station; the one that came furthest counts. */
final class TcpHandshakeManualChecker {
    private TcpHandshakeManualChecker() {}

    static Verdict verdict(TcpHandshakeManualTarget target) {
        Marking marking = TcpHandshakeManualLab.CARD.marking();
        Optional<Visit> best = target.desk().visits().stream()
                .max(Comparator.comparing(Visit::isServed).thenComparing(Visit::isAcknowledged));
        if (best.isEmpty()) {
            return marking.mark("established", false, unestablished(target.journal()))
                    .mark("served", false, Message.of("served-open"))
                    .mark("acknowledged", false, Message.of("acknowledged-open"))
                    .verdict();
        }
        Visit visit = best.get();
        boolean isServed = visit.isServed();
        boolean isAcknowledged = isServed && visit.isAcknowledged();
        return marking.mark("established", true, Message.of("established-right"))
                .mark("served", isServed, isServed ? Message.of("served-right") : unserved(target, visit))
                .mark("acknowledged", isAcknowledged, Message.of(acknowledged(visit, isAcknowledged)))
                .verdict();
    }

    private static Message unestablished(TcpHandshakeManualJournal journal) {
        String key = journal.whyNotEstablished();
        return switch (key) {
            case "established-checksum" -> Message.of(key, "count", journal.wrongTcpChecksums());
            case "established-ip-checksum" -> Message.of(key, "count", journal.wrongIpChecksums());
            default -> Message.of(key);
        };
    }

    private static Message unserved(TcpHandshakeManualTarget target, Visit visit) {
        if (visit.isReset()) {
            return Message.of("served-reset");
        } else if (!target.desk().unfinishedLine().isEmpty()) {
            return Message.of("served-unfinished");
        } else if (visit.connection().bytesHeld() > 0) {
            return Message.of("served-hole", "count", visit.connection().bytesHeld());
        } else if (visit.lines() > 0) {
            return Message.of("served-other", "count", visit.lines());
        } else if (visit.connection().bytesReceived() == 0 && target.journal().wrongTcpChecksums() > 0) {
            return Message.of("served-checksum", "count", target.journal().wrongTcpChecksums());
        } else if (visit.has(TcpEvent.Kind.UNACCEPTABLE)) {
            return Message.of("served-sequence");
        }
        return Message.of(visit.has(TcpEvent.Kind.BAD_ACKNOWLEDGMENT) ? "served-acknowledgment" : "served-none");
    }

    private static String acknowledged(Visit visit, boolean isAcknowledged) {
        if (!visit.isServed()) {
            return "acknowledged-open";
        } else if (isAcknowledged) {
            return "acknowledged-right";
        } else if (visit.isReset()) {
            return "acknowledged-reset";
        } else if (visit.has(TcpEvent.Kind.BAD_ACKNOWLEDGMENT)) {
            return "acknowledged-beyond";
        }
        return visit.connection().bytesAcknowledged() > 0 ? "acknowledged-part" : "acknowledged-none";
    }
}
