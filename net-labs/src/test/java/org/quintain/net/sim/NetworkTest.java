package org.quintain.net.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.core.Budget;
import org.quintain.core.BudgetExhaustedException;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.core.derive.Noise;
import org.quintain.net.wire.MacAddress;

class NetworkTest {
    private final Network network = Network.standalone(Probe.seed(1));

    @Test
    void timePassesInAdvanceAloneAndFramesArriveAfterTheLatency() {
        Probe a = new Probe(network, "a", 1);
        Probe b = new Probe(network, "b", 2);
        network.connect(a, b, LinkQuality.latency(70));
        network.advance(5);
        a.sendTo(b, 1);
        assertEquals(5, network.now());
        network.advance(69);
        assertEquals(List.of(), b.arrivals);
        assertEquals(1, network.framesInFlight());
        network.advance(1);
        assertEquals(75, b.arrivals.get(0).atMicros());
        assertEquals(a.index(), b.arrivals.get(0).origin());
        assertEquals(0, network.framesInFlight());
    }

    @Test
    void frameIsSharedAndNeverCopiedThroughSegmentAndSwitch() {
        Probe a = new Probe(network, "a", 1);
        Probe b = new Probe(network, "b", 2);
        Segment hub = new Segment(network, "hub");
        Switch middle = new Switch(network, "switch");
        network.connect(a, hub, LinkQuality.LAN);
        network.connect(hub, middle, LinkQuality.LAN);
        network.connect(middle, b, LinkQuality.LAN);
        byte[] frame = a.frameTo(b.mac, 1);
        a.send(frame);
        network.advance(1000);
        assertSame(frame, b.arrivals.get(0).frame());
        assertEquals(150, b.arrivals.get(0).atMicros());
        assertEquals(a.index(), b.arrivals.get(0).origin());
    }

    @Test
    void whatHappensAtOneTimeHappensInTheOrderOfItsCauses() {
        Probe a = new Probe(network, "a", 1);
        Probe b = new Probe(network, "b", 2);
        network.connect(a, b, LinkQuality.latency(10));
        List<String> order = new ArrayList<>();
        network.addTap(new Tap() {
            @Override
            public void sent(long micros, Port from, byte[] frame, int origin) {}

            @Override
            public void delivered(long micros, Port to, byte[] frame, int origin) {
                order.add("frame " + Probe.serial(frame));
            }
        });
        for (int i = 0; i < 100; i++) {
            a.sendTo(b, i);
            String name = "timer " + i;
            network.timer(() -> order.add(name)).schedule(10);
        }
        network.advance(10);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            expected.add("frame " + i);
            expected.add("timer " + i);
        }
        assertEquals(expected, order);
    }

    @Test
    void eventsComeByTimeAndThenByOrderAgainstASort() {
        Noise noise = network.noise("test");
        List<long[]> rung = new ArrayList<>();
        List<long[]> expected = new ArrayList<>();
        List<Timer> timers = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            long[] name = {0, i};
            timers.add(network.timer(() -> rung.add(name)));
        }
        for (int i = 0; i < 6000; i++) {
            int which = noise.below(2000);
            expected.removeIf(each -> each[1] == which);
            if (noise.below(4) == 0) {
                timers.get(which).cancel();
            } else {
                long due = 1 + noise.below(300);
                timers.get(which).schedule(due);
                expected.add(new long[] {due, which});
            }
        }
        expected.sort((x, y) -> Long.compare(x[0], y[0]));
        network.advance(300);
        assertArrayEquals(
                expected.stream().mapToLong(each -> each[1]).toArray(),
                rung.stream().mapToLong(each -> each[1]).toArray());
    }

    @Test
    void eventsThatCauseNoneOneOrSeveralComeInOrder() {
        Noise noise = network.noise("test");
        List<Long> due = new ArrayList<>();
        List<Timer> timers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int own = i;
            timers.add(network.timer(() -> {
                assertEquals(due.stream().min(Long::compare).orElseThrow(), network.now());
                due.remove(network.now());
                for (int j = noise.below(6); j > 0; j--) {
                    Timer other = timers.get(noise.below(300));
                    if (other.isScheduled()) {
                        due.remove(other.dueMicros());
                    }
                    if (noise.below(5) == 0) {
                        other.cancel();
                    } else {
                        other.schedule(1 + noise.below(200 + own));
                        due.add(other.dueMicros());
                    }
                }
            }));
        }
        for (Timer timer : timers) {
            timer.schedule(1 + noise.below(100));
            due.add(timer.dueMicros());
        }
        network.advance(5000);
        assertTrue(network.events() > 2000, "events: " + network.events());
        assertEquals(due.size(), timers.stream().filter(Timer::isScheduled).count());
    }

    @Test
    void timerRingsOnceAndCanBeSetAnewOrCancelled() {
        List<Long> rings = new ArrayList<>();
        Timer timer = network.timer(() -> rings.add(network.now()));
        timer.schedule(10);
        timer.schedule(20);
        assertTrue(timer.isScheduled());
        assertEquals(20, timer.dueMicros());
        network.advance(30);
        assertEquals(List.of(20L), rings);
        assertFalse(timer.isScheduled());
        timer.schedule(10);
        timer.cancel();
        timer.cancel();
        network.advance(100);
        assertEquals(List.of(20L), rings);
        assertThrows(IllegalArgumentException.class, () -> timer.schedule(0));
    }

    @Test
    void advanceUntilStopsAtTheEventThatMadeItTrue() {
        Probe a = new Probe(network, "a", 1);
        Probe b = new Probe(network, "b", 2);
        network.connect(a, b, LinkQuality.latency(10));
        a.sendTo(b, 1);
        network.advance(3);
        a.sendTo(b, 2);
        assertTrue(network.advanceUntil(() -> b.arrivals.size() == 2, 1000));
        assertEquals(13, network.now());
        assertFalse(network.advanceUntil(() -> b.arrivals.size() == 3, 1000));
        assertEquals(1013, network.now());
    }

    @Test
    void labsClockMovesAlongAndItsBudgetEndsTheRun() {
        Setup setup = Setup.of(
                Probe.seed(1),
                Params.none(),
                new Budget(Long.MAX_VALUE, Long.MAX_VALUE, 100, Budget.DEFAULT_SUBMISSIONS));
        Network first = Network.on(setup.clock(), setup.seed(), Limits.DEFAULT);
        Network second = Network.on(setup.clock(), setup.seed(), Limits.DEFAULT);
        List<Long> rings = new ArrayList<>();
        first.timer(() -> rings.add(setup.clock().nowMicros())).schedule(30);
        second.timer(() -> rings.add(second.now())).schedule(20);
        first.advance(50);
        assertEquals(50, setup.clock().nowMicros());
        assertEquals(0, second.now());
        second.advance(0);
        assertEquals(50, second.now(), "it has caught up");
        assertEquals(List.of(30L, 20L), rings);
        first.timer(() -> rings.add(first.now())).schedule(50);
        first.timer(() -> rings.add(first.now())).schedule(51);
        assertThrows(BudgetExhaustedException.class, () -> first.advance(51));
        assertEquals(List.of(30L, 20L, 100L), rings);
    }

    @Test
    void nodeMustNotAdvanceTheNetwork() {
        network.timer(() -> network.advance(1)).schedule(1);
        assertThrows(IllegalStateException.class, () -> network.advance(1));
        network.advance(1);
    }

    @Test
    void namesArePlainAndTakenOnce() {
        new Probe(network, "a", 1);
        for (String name : List.of("a", "", "a b", "a>b", "é", "x".repeat(65))) {
            assertThrows(IllegalArgumentException.class, () -> new Probe(network, name, 2), name);
        }
        assertEquals(1, network.nodeCount());
    }

    @Test
    void fullNetworkDropsAndCountsFrames() {
        Network small = Network.standalone(Probe.seed(1), Limits.DEFAULT.withFramesInFlight(10));
        Probe a = new Probe(small, "a", 1);
        Probe b = new Probe(small, "b", 2);
        small.connect(a, b, LinkQuality.LAN);
        for (int i = 0; i < 25; i++) {
            a.sendTo(b, i);
        }
        assertEquals(10, small.framesInFlight());
        assertEquals(15, small.droppedFrames());
        small.advance(100);
        assertEquals(10, b.arrivals.size());
        a.sendTo(b, 0);
        small.advance(100);
        assertEquals(11, b.arrivals.size());
    }

    @Test
    void stormInARingOfSwitchesEndsAtTheLimitOfEvents() {
        Network ring = Network.standalone(Probe.seed(1), new Limits(1000, 50_000));
        Probe a = new Probe(ring, "a", 1);
        Switch[] switches = new Switch[3];
        for (int i = 0; i < 3; i++) {
            switches[i] = new Switch(ring, "s" + i);
        }
        for (int i = 0; i < 3; i++) {
            ring.connect(switches[i], switches[(i + 1) % 3], LinkQuality.latency(0));
            ring.connect(switches[i], switches[(i + 1) % 3], LinkQuality.latency(0));
        }
        ring.connect(a, switches[0], LinkQuality.latency(0));
        Timer timer = ring.timer(() -> {});
        timer.schedule(1_000_000);
        a.send(a.frameTo(MacAddress.BROADCAST, 1));
        ring.advance(3_600_000_000L);
        assertTrue(ring.isSpent());
        assertEquals(50_000, ring.events());
        assertEquals(0, ring.framesInFlight());
        assertEquals(3_600_000_000L, ring.now());
        assertFalse(timer.isScheduled());
        long dropped = ring.droppedFrames();
        int seen = a.arrivals.size();
        a.send(a.frameTo(MacAddress.BROADCAST, 2));
        timer.schedule(1);
        ring.advance(1);
        assertEquals(dropped + 1, ring.droppedFrames());
        assertEquals(seen, a.arrivals.size());
    }

    @Test
    void frameThatIsTooLongIsDroppedAndCounted() {
        Probe a = new Probe(network, "a", 1);
        Probe b = new Probe(network, "b", 2);
        network.connect(a, b, LinkQuality.LAN);
        a.send(new byte[Network.MAX_FRAME_BYTES]);
        a.send(new byte[Network.MAX_FRAME_BYTES + 1]);
        a.send(new byte[0]);
        network.advance(50);
        assertEquals(2, b.arrivals.size());
        assertEquals(1, network.droppedFrames());
    }

    @Test
    void chanceOfAnElementDependsOnItsNameAlone() {
        Network other = Network.standalone(Probe.seed(1));
        new Probe(other, "more", 9);
        assertEquals(
                new Probe(network, "a", 1).noise().nextLong(),
                new Probe(other, "a", 1).noise().nextLong());
        assertNotEquals(
                network.noise("node a").nextLong(), network.noise("node b").nextLong());
        assertNotEquals(
                network.noise("node a").nextLong(),
                Network.standalone(Probe.seed(2)).noise("node a").nextLong());
    }

    @Test
    void nodeHasNoMoreLinksThanPorts() {
        Probe a = new Probe(network, "a", 1);
        Probe b = new Probe(network, "b", 2);
        Probe c = new Probe(network, "c", 3);
        network.connect(a, b, LinkQuality.LAN);
        assertThrows(IllegalStateException.class, () -> network.connect(c, a, LinkQuality.LAN));
        assertThrows(IllegalArgumentException.class, () -> network.connect(c, c, LinkQuality.LAN));
    }
}
