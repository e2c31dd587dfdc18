package org.quintain.net.tcphijack;

import java.util.List;
import java.util.function.ToIntFunction;
import org.quintain.core.Message;
import org.quintain.core.Verdict;
import org.quintain.net.tcphijack.TcpHijackDesk.Executed;
import org.quintain.net.tcphijack.TcpHijackLab.Answer;

/** Judges what the server has executed on the operator's session, and how the learner describes the session then. */
final class TcpHijackChecker {
    private TcpHijackChecker() {}

    static Verdict verdict(TcpHijackTarget target, Answer answer) {
        List<Executed> times = target.desk().executed().stream()
                .filter(each -> each.command().equals(target.command()))
                .toList();
        List<Executed> hijacked =
                times.stream().filter(Executed::isOnOperatorsSession).toList();
        boolean isExecuted = !hijacked.isEmpty();
        Message why = isExecuted ? Message.of("executed-right") : unexecuted(target, !times.isEmpty());
        boolean isServer = isAny(hijacked, Executed::serverExpects, answer.serverExpects());
        boolean isConsole = isAny(hijacked, Executed::consoleSends, answer.consoleSends());
        String server = isServer
                ? "server-state-right"
                : isAny(hijacked, Executed::consoleSends, answer.serverExpects())
                        ? "server-state-before"
                        : "server-state-wrong";
        String console = isConsole
                ? "console-state-right"
                : isAny(hijacked, Executed::serverExpects, answer.consoleSends())
                        ? "console-state-after"
                        : "console-state-wrong";
        return TcpHijackLab.CARD
                .marking()
                .mark("executed", isExecuted, why)
                .mark("server-state", isServer, Message.of(isExecuted ? server : "server-state-open"))
                .mark("console-state", isConsole, Message.of(isExecuted ? console : "console-state-open"))
                .verdict();
    }

    private static boolean isAny(List<Executed> times, ToIntFunction<Executed> number, long claimed) {
        return times.stream().anyMatch(each -> Integer.toUnsignedLong(number.applyAsInt(each)) == claimed);
    }

    private static Message unexecuted(TcpHijackTarget target, boolean isOnAnother) {
        if (isOnAnother) {
            return Message.of("executed-own-connection");
        }
        String why = target.journal().whyNotTaken();
        if (why.equals("executed-checksum")) {
            return Message.of(why, "count", target.journal().wrongChecksums());
        } else if (!why.isEmpty()) {
            return Message.of(why);
        } else if (target.desk().refused() > 0) {
            return Message.of("executed-refused", "count", target.desk().refused());
        } else if (target.desk().hasUnfinished(target.command())) {
            return Message.of("executed-unfinished");
        }
        return Message.of(target.desk().hasLineWith(target.command()) ? "executed-mixed" : "executed-other");
    }
}
