package org.quintain.solutions.net.arppoison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.core.LabRun;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.net.arppoison.ArpPoisonLab;
import org.quintain.net.arppoison.ArpPoisonLab.Answer;
import org.quintain.net.arppoison.ArpPoisonLab.Challenge;
import org.quintain.net.arppoison.ArpPoisonLab.Station;

/** Each hard seat has what its description claims. */
class ArpPoisonHardSeatsTest {
    private static final ArpPoisonLab LAB = new ArpPoisonLab();
    private static final int UDP_PAYLOAD_AT = 42;

    @Test
    void everyListedSeatIsProvedHere() {
        assertEquals(
                List.of("seat-0", "seat-1", "seat-4", "seat-6", "seat-2696", "seat-1158", "seat-165", "seat-2093"),
                new ArpPoisonAttack()
                        .hardSeats().stream().map(hard -> hard.seat().learner()).toList());
    }

    @Test
    void consoleBelievesOneKindAlone() {
        assertEquals("q--", table(0).substring(0, 3));
        assertEquals("-r-", table(1).substring(0, 3));
        assertEquals("--g", table(4).substring(0, 3));
    }

    @Test
    void othersBelieveNothingOrAllEverything() {
        assertEquals("qr- --- --- ---", table(6));
        assertEquals("qrg qrg qrg qrg", table(2696));
    }

    @Test
    void firstAddressesOfTheNetworkAreInUse() {
        Challenge challenge = open(1158).challenge();
        List<String> used = new ArrayList<>(List.of(challenge.ownAddress()));
        challenge.stations().stream().map(Station::address).forEach(used::add);
        assertTrue(used.stream().anyMatch(address -> address.endsWith(".2")), used::toString);
        assertTrue(used.stream().anyMatch(address -> address.endsWith(".3")), used::toString);
    }

    @Test
    void firstOrderComesEarlyOrLate() {
        assertTrue(firstOrderMicros(165) < 5_000, () -> "micros=" + firstOrderMicros(165));
        assertTrue(firstOrderMicros(2093) > 3_990_000, () -> "micros=" + firstOrderMicros(2093));
    }

    /** The table that the attack hands in, which is right: it earns all points. */
    private static String table(int seat) {
        LabRun<Challenge, Answer> run = open(seat);
        Answer answer = new ArpPoisonAttack().run(run.challenge());
        assertEquals(100, run.checker().check(answer).earned());
        return String.join(
                " ",
                answer.habits().stream()
                        .map(habit -> (habit.request() ? "q" : "-")
                                + (habit.reply() ? "r" : "-")
                                + (habit.gratuitous() ? "g" : "-"))
                        .toList());
    }

    private static long firstOrderMicros(int seat) {
        List<Long> orders = new ArrayList<>();
        Setup setup = Setup.practice(LAB, seat, Params.none());
        LabRun<Challenge, Answer> run = LAB.open(
                setup,
                (network, learner, purpose) -> network.addTap((micros, from, frame, origin) -> {
                    if (from.node().name().equals("console") && payload(frame).startsWith("lamp ")) {
                        orders.add(micros);
                    }
                }));
        run.challenge().card().advance(5_000_000);
        return orders.get(0);
    }

    private static String payload(byte[] frame) {
        int at = Math.min(UDP_PAYLOAD_AT, frame.length);
        return new String(frame, at, frame.length - at, StandardCharsets.US_ASCII);
    }

    private static LabRun<Challenge, Answer> open(int seat) {
        return LAB.open(Setup.practice(LAB, seat, Params.none()));
    }
}
