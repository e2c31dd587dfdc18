package org.quintain.net.sim.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.quintain.core.derive.Noise;
import org.quintain.core.derive.Seed;

class InitialSequencesTest {
    private static final int LOCAL = 0xC0000201;
    private static final int REMOTE = 0xC0000202;

    private static Noise noise() {
        return Seed.of(new byte[32]).draw("isn").noise();
    }

    private static int[] numbers(InitialSequencePolicy policy, int count, long stepMicros) {
        InitialSequence sequence = policy.start(noise());
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = sequence.next(i * stepMicros, LOCAL, 80, REMOTE, 50_000 + i);
        }
        return numbers;
    }

    @Test
    void rfc6528AddsAClockOfFourMicrosecondsToAKeyedHashOfTheAddresses() throws Exception {
        byte[] key = new byte[16];
        noise().fill(key);
        ByteBuffer input = ByteBuffer.allocate(28)
                .putInt(LOCAL)
                .putShort((short) 80)
                .putInt(REMOTE)
                .putShort((short) 50_000)
                .put(key);
        int f = ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(input.array()))
                .getInt();
        InitialSequence sequence = InitialSequences.RFC_6528.start(noise());
        assertEquals(f, sequence.next(3, LOCAL, 80, REMOTE, 50_000));
        assertEquals(f + 1_000_000, sequence.next(4_000_000, LOCAL, 80, REMOTE, 50_000));
    }

    @Test
    void rfc6528RisesForOneConnectionAndTellsNothingAboutAnother() {
        InitialSequence sequence = InitialSequences.RFC_6528.start(noise());
        int first = sequence.next(0, LOCAL, 80, REMOTE, 50_000);
        assertTrue(sequence.next(400, LOCAL, 80, REMOTE, 50_000) - first > 0);
        TreeSet<Integer> distances = new TreeSet<>();
        for (int i = 1; i <= 1000; i++) {
            distances.add(sequence.next(0, LOCAL, 80, REMOTE, 50_000 + i) - first);
        }
        assertEquals(1000, distances.size());
        assertTrue(distances.first() < -1_900_000_000 && distances.last() > 1_900_000_000);
    }

    @Test
    void aConstantIncrementTellsTheNextNumber() {
        int[] numbers = numbers(InitialSequences.CONSTANT_INCREMENT, 10, 12_345);
        for (int i = 1; i < 10; i++) {
            assertEquals(64_000, numbers[i] - numbers[i - 1]);
        }
    }

    @Test
    void berkeleyAdds64000EachHalfSecondAndForEachConnection() {
        int[] numbers = numbers(InitialSequences.BERKELEY, 10, 1_000_000);
        for (int i = 1; i < 10; i++) {
            assertEquals(3 * 64_000, numbers[i] - numbers[i - 1]);
        }
    }

    @Test
    void theClockAloneRisesByOneInFourMicroseconds() {
        int[] numbers = numbers(InitialSequences.CLOCK, 10, 4000);
        for (int i = 1; i < 10; i++) {
            assertEquals(1000, numbers[i] - numbers[i - 1]);
        }
    }

    @Test
    void randomIncrementsAreFrom1To65536() {
        int[] numbers = numbers(InitialSequences.RANDOM_INCREMENTS, 1000, 0);
        TreeSet<Integer> steps = new TreeSet<>();
        for (int i = 1; i < numbers.length; i++) {
            steps.add(numbers[i] - numbers[i - 1]);
        }
        assertTrue(steps.first() >= 1 && steps.last() <= 65_536 && steps.last() > 65_000, steps.toString());
        assertTrue(steps.size() > 950);
    }

    @Test
    void eachStackBeginsElsewhere() {
        for (InitialSequences policy : InitialSequences.values()) {
            Noise noise = noise();
            int one = policy.start(noise).next(0, LOCAL, 80, REMOTE, 1);
            assertNotEquals(one, policy.start(noise).next(0, LOCAL, 80, REMOTE, 1), policy.name());
        }
    }
}
