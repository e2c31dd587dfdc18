package org.quintain.net.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.core.Budget;
import org.quintain.core.Bytes;
import org.quintain.core.Mark;
import org.quintain.core.Message;
import org.quintain.core.Meter;
import org.quintain.core.Verdict;

class AttemptTest {
    private static final Attempt.Times TIMES = new Attempt.Times(100, 1_000);

    /** A card and a probe; the judge counts the probe's arrivals. */
    private static final class Pair implements Attempt {
        final Network network = Network.standalone(Probe.seed(3));
        final LearnerCard learner;
        final Probe probe = new Probe(network, "probe", 1);
        final String name;

        Pair(String name, long packets) {
            this.name = name;
            learner = new LearnerCard(
                    network, "card", 0x0200_0000_0063L, new Meter(new Budget(1000, packets, Long.MAX_VALUE, 1)));
            network.connect(learner, probe, LinkQuality.LAN);
        }

        @Override
        public Network network() {
            return network;
        }

        @Override
        public LearnerCard learner() {
            return learner;
        }
    }

    private final List<Pair> built = new ArrayList<>();

    private Verdict judge(Pair session, List<TimedFrame> script, long packets) {
        return Attempt.judge(
                session,
                script,
                () -> {
                    built.add(new Pair("script", packets));
                    return built.get(0);
                },
                TIMES,
                pair -> new Verdict(List.of(new Mark("arrived", pair.probe.arrivals.size(), Message.of(pair.name)))));
    }

    private static void sendLive(Pair session, int frames) {
        for (int i = 0; i < frames; i++) {
            session.learner.card().send(new byte[60]);
        }
        session.learner.card().advance(50);
    }

    private static List<TimedFrame> script(long... times) {
        List<TimedFrame> script = new ArrayList<>();
        for (long time : times) {
            script.add(new TimedFrame(time, Bytes.of(new byte[60])));
        }
        return script;
    }

    private static String said(Verdict verdict) {
        return verdict.marks().get(0).why().key() + " " + verdict.earned();
    }

    @Test
    void withoutAScriptTheSessionCountsAndNothingIsBuilt() {
        Pair session = new Pair("session", 9);
        sendLive(session, 2);
        assertEquals("session 2", said(judge(session, List.of(), 9)));
        assertEquals(List.of(), built);
    }

    @Test
    void betterOfSessionAndScriptCounts() {
        Pair session = new Pair("session", 9);
        sendLive(session, 2);
        assertEquals("session 2", said(judge(session, script(5), 9)));
        built.clear();
        assertEquals("script 3", said(judge(session, script(5, 6, 7), 9)));
    }

    @Test
    void ofEqualVerdictsTheScriptsCounts() {
        Pair session = new Pair("session", 9);
        sendLive(session, 2);
        assertEquals("script 2", said(judge(session, script(5, 5), 9)));
        assertEquals(2, session.probe.arrivals.size());
    }

    @Test
    void scriptThatUsesUpTheBudgetCountsForWhatItDidBefore() {
        assertEquals("script 2", said(judge(new Pair("session", 9), script(5, 500, 600, 700), 2)));
    }

    @Test
    void scriptSettlesAfterItsLastFrameAndEndsAtTheMost() {
        assertEquals("script 1", said(judge(new Pair("session", 9), script(300), 9)));
        assertEquals(400, built.get(0).network.now());
        built.clear();
        assertEquals("script 1", said(judge(new Pair("session", 9), script(950, 1001), 9)));
        assertEquals(1000, built.get(0).network.now());
        assertEquals(1000, TIMES.end(script((1L << 53) - 1)));
        assertThrows(IllegalArgumentException.class, () -> new Attempt.Times(-1, 1));
    }

    @Test
    void recurringPausesStayWithinTheirBoundsUntilItIsStopped() {
        Network network = Network.standalone(Probe.seed(4));
        List<Long> times = new ArrayList<>();
        Recurring recurring = Recurring.start(network, network.noise("clock"), 100, 50, () -> times.add(network.now()));
        network.advance(100_000);
        assertFalse(times.get(0) < 1 || times.get(0) > 150);
        for (int i = 1; i < times.size(); i++) {
            long pause = times.get(i) - times.get(i - 1);
            assertFalse(pause < 100 || pause > 150, "pause=" + pause);
        }
        assertFalse(times.size() < 600);
        recurring.stop();
        int until = times.size();
        network.advance(100_000);
        assertEquals(until, times.size());
    }
}
