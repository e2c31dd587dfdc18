package org.quintain.solutions.net.ipfragmentoverlap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quintain.core.LabRun;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Answer;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Challenge;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Policy;

/** Each hard seat has what its description claims. */
class IpFragmentOverlapHardSeatsTest {
    private static final IpFragmentOverlapLab LAB = new IpFragmentOverlapLab();

    /** The answer that the attack hands in, which is right: it earns all points. */
    private static Answer answer(int seat) {
        LabRun<Challenge, Answer> run = LAB.open(Setup.practice(LAB, seat, Params.none()));
        Answer answer = new IpFragmentOverlapAttack().run(run.challenge());
        assertEquals(100, run.checker().check(answer).earned());
        return answer;
    }

    private static Map<String, Policy> policies(int seat) {
        Map<String, Policy> policies = new TreeMap<>();
        answer(seat).policies().forEach(row -> policies.put(row.name(), row.policy()));
        return policies;
    }

    private static List<Gadget> separating(int seat) {
        Map<String, Policy> policies = policies(seat);
        return Arrays.stream(Gadget.values())
                .filter(gadget -> gadget.separates(policies.get("valley"), policies.get("summit")))
                .toList();
    }

    @Test
    void everyListedSeatIsProvedHere() {
        assertEquals(
                List.of("seat-41", "seat-16", "seat-3", "seat-8", "seat-7", "seat-1", "seat-2", "seat-0"),
                new IpFragmentOverlapAttack()
                        .hardSeats().stream().map(hard -> hard.seat().learner()).toList());
    }

    @Test
    void oneOverlapAloneSeparatesTheBoards() {
        assertEquals(List.of(Gadget.SAME), separating(41));
        assertEquals(List.of(Gadget.ENDS_WITH), separating(16));
        assertEquals(List.of(Gadget.COVERS), separating(3));
        assertEquals(List.of(Gadget.BEGINS_EARLIER), separating(8));
        assertEquals(List.of(Gadget.BEGINS_LATER), separating(7));
    }

    @Test
    void twoOverlapsAreEnoughOnSeatOneAndThreeAreNeededOnTheSeatsBefore() {
        assertEquals(5, answer(1).script().size());
        assertEquals(7, answer(41).script().size());
    }

    @Test
    void gateIsLikeTheLodgeOrLikeNobody() {
        assertEquals(policies(2).get("lodge"), policies(2).get("gate"));
        Map<String, Policy> others = policies(0);
        Policy gate = others.remove("gate");
        assertFalse(others.containsValue(gate), others + " gate " + gate);
    }
}
