package org.quintain.net.dnskaminsky;

import java.util.function.Supplier;
import org.quintain.core.BudgetExhaustedException;
import org.quintain.core.Message;
import org.quintain.core.Verdict;
import org.quintain.net.dnskaminsky.DnsKaminskyLab.Answer;
import org.quintain.net.dnskaminsky.DnsKaminskyLab.Shot;
import org.quintain.net.sim.dns.CacheEntry;
import org.quintain.net.sim.dns.DnsCache;
import org.quintain.net.sim.dns.DnsCounters;
import org.quintain.net.sim.dns.DnsRecord;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsType;

/** Judges a session and a script by the resolver's cache and by what its user was told; the better of the two counts. */
final class DnsKaminskyChecker {
    /** Virtual time that passes after a script's last line. */
    static final long SETTLE_MICROS = 2_000_000;
    /** Virtual time that a script has in all; later lines are not sent. */
    static final long MOST_MICROS = 900_000_000;

    private DnsKaminskyChecker() {}

    static Verdict judge(DnsKaminskyTarget session, Supplier<DnsKaminskyTarget> fresh, Answer answer) {
        Verdict live = verdict(session, answer);
        if (answer.script().isEmpty()) {
            return live;
        }
        DnsKaminskyTarget replayed = fresh.get();
        try {
            play(replayed, answer);
        } catch (BudgetExhaustedException over) {
            // The run ends here; its network stays as it is.
        }
        Verdict scripted = verdict(replayed, answer);
        return live.earned() > scripted.earned() ? live : scripted;
    }

    private static void play(DnsKaminskyTarget target, Answer answer) {
        for (Shot shot : answer.script()) {
            if (shot.atMicros() > MOST_MICROS - SETTLE_MICROS) {
                break;
            }
            target.network()
                    .advance(Math.max(0, shot.atMicros() - target.network().now()));
            target.flood().fire(shot);
        }
        target.network().advance(SETTLE_MICROS);
    }

    static Verdict verdict(DnsKaminskyTarget target, Answer answer) {
        boolean isReplaced = isReplaced(target);
        boolean isMisled = target.user().misled() > 0;
        return DnsKaminskyLab.CARD
                .marking()
                .mark("port", target.isPort(answer.port()), port(target, answer.port()))
                .mark("replaced", isReplaced, isReplaced ? Message.of("replaced-right") : kept(target))
                .mark("user", isMisled, isMisled ? Message.of("user-right") : unharmed(target, isReplaced))
                .verdict();
    }

    private static Message port(DnsKaminskyTarget target, int port) {
        if (target.isPort(port)) {
            return Message.of("port-right");
        } else if (!target.hasFixedPorts()) {
            return Message.of("port-varies");
        }
        return Message.of(port == 0 ? "port-none" : "port-wrong");
    }

    /** Whether the resolver would ask the learner's address about names of the zone. */
    private static boolean isReplaced(DnsKaminskyTarget target) {
        DnsCache cache = target.resolver().cache();
        CacheEntry servers = cache.peek(target.challenge().zone(), DnsType.NS);
        if (servers != null) {
            for (DnsRecord server : servers.records()) {
                CacheEntry address = cache.peek(server.target(), DnsType.A);
                if (address != null && address.hasAddress(target.learnersAddress())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Why the cache has what it had; the nearest miss first. */
    private static Message kept(DnsKaminskyTarget target) {
        DnsCounters counters = target.resolver().counters();
        long strayed =
                counters.mismatchedPorts() + target.resolver().host().counters().unwantedPackets();
        if (holdsZoneRecord(target, target.learner().index(), false)) {
            return Message.of("replaced-other");
        } else if (counters.mismatchedQuestions() > 0) {
            return Message.of("replaced-question", "count", counters.mismatchedQuestions());
        } else if (counters.mismatchedSources() > 0) {
            return Message.of("replaced-source", "count", counters.mismatchedSources());
        } else if (strayed > 0 && strayed >= counters.mismatchedIds()) {
            return Message.of("replaced-port", "count", strayed);
        } else if (counters.mismatchedIds() > 0) {
            return Message.of("replaced-id", "count", counters.mismatchedIds());
        }
        return Message.of(holdsZoneRecord(target, -1, true) ? "replaced-no-answer" : "replaced-no-race");
    }

    /**
     * Whether the cache holds something of the zone.
     *
     * @param origin from that node, or -1 for any
     * @param isNameError that a name does not exist, or anything
     */
    private static boolean holdsZoneRecord(DnsKaminskyTarget target, int origin, boolean isNameError) {
        DnsName zone = DnsName.of(target.challenge().zone());
        for (CacheEntry entry : target.resolver().cache().entries()) {
            if (entry.name().isUnder(zone)
                    && (origin < 0 || entry.origin() == origin)
                    && (!isNameError || entry.type() == CacheEntry.NAME_ERROR)) {
                return true;
            }
        }
        return false;
    }

    private static Message unharmed(DnsKaminskyTarget target, boolean isReplaced) {
        if (!isReplaced) {
            return Message.of("user-open", "count", target.user().genuine());
        }
        return Message.of(target.user().failed() > 0 ? "user-failed" : "user-waiting");
    }
}
