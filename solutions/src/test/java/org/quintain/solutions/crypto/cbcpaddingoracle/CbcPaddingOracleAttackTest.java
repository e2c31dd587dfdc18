package org.quintain.solutions.crypto.cbcpaddingoracle;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quintain.core.Bytes;
import org.quintain.core.LabRun;
import org.quintain.core.Language;
import org.quintain.core.Mark;
import org.quintain.core.Param;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.LabContract;
import org.quintain.core.contract.NearMiss;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab.Answer;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab.Challenge;
import org.quintain.solutions.ReferenceAttacks;

class CbcPaddingOracleAttackTest {
    private static final CbcPaddingOracleLab LAB = new CbcPaddingOracleLab();
    private static final CbcPaddingOracleAttack ATTACK = new CbcPaddingOracleAttack();

    /** The lab allows 4,098. */
    private static final long MOST_A_BLOCK = 4081;

    static List<HardSeat> hardSeats() {
        return ATTACK.hardSeats();
    }

    @Test
    void contractHoldsOn64SeatsAndTheHardOnes() {
        assertEquals(List.of(), LabContract.violations(ATTACK, 64));
    }

    @Test
    void attackEarnsFullMarksOn500SeatsAtAMeanOf128QueriesAByte() {
        long queries = 0;
        long bytes = 0;
        for (int seat = 0; seat < 500; seat++) {
            Setup setup = Setup.practice(LAB, seat, Params.none());
            bytes += attackWithin(setup).message().sizeBytes();
            queries += setup.meter().usage().queries();
        }
        assertEquals(128.0, (double) queries / bytes, 4.0);
    }

    @ParameterizedTest
    @MethodSource("hardSeats")
    void attackEarnsFullMarksOnHardSeats(HardSeat hard) {
        attackWithin(setup(hard));
    }

    /** Random keys, texts of 1 to 64 bytes, against a textbook oracle; none of the lab's code takes part. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void attackReadsEveryMessageUnderEveryKey(
            @ForAll @Size(16) byte[] key,
            @ForAll @Size(16) byte[] iv,
            @ForAll @Size(min = 1, max = 64) byte[] message) {
        TextbookOracle oracle = new TextbookOracle(key);
        Bytes ciphertext = Bytes.of(oracle.encrypt(iv, message));
        assertEquals(Bytes.of(message), CbcPaddingOracleAttack.decryption(Bytes.of(iv), ciphertext, oracle));
        long blocks = ciphertext.sizeBytes() / 16;
        assertTrue(oracle.queries <= blocks * MOST_A_BLOCK, "queries " + oracle.queries + " blocks " + blocks);
    }

    /** 255 questions for each of 15 bytes, 255 and a check for the last one; a trap makes the byte before it cheap. */
    @Test
    void dearestBlockCosts4081Questions() {
        byte[] decrypted = new byte[16];
        for (int i = 0; i < 15; i++) {
            decrypted[i] = (byte) (255 ^ 16 - i);
        }
        decrypted[15] = (byte) (254 ^ 1);
        assertEquals(MOST_A_BLOCK, questionsFor(decrypted));
        decrypted[14] = 2;
        assertEquals(255 + 2 + 1 + 14 * 255, questionsFor(decrypted));
    }

    /** For every length of padding that can show up by chance, every last byte: found, and never taken for 01. */
    @Test
    void noLongerPaddingIsEverTakenFor01() {
        for (int length = 2; length <= 16; length++) {
            byte[] decrypted = new byte[16];
            Arrays.fill(decrypted, 16 - length, 15, (byte) length);
            for (int last = 0; last < 256; last++) {
                decrypted[15] = (byte) last;
                assertTrue(questionsFor(decrypted) <= MOST_A_BLOCK);
            }
        }
    }

    @Test
    void attackOnTheHardenedTwinStillAnswersAndEarnsNothing() {
        for (int seat = 0; seat < 64; seat++) {
            Setup hardened = Setup.practice(LAB, seat, Params.none()).with(Param.HARDENED, true);
            LabRun<Challenge, Answer> run = LAB.open(hardened);
            Answer answer = assertDoesNotThrow(() -> ATTACK.run(run.challenge()));
            assertEquals(0, run.checker().check(answer).earned());
            assertTrue(hardened.meter().usage().queries() <= 6 * MOST_A_BLOCK);
        }
    }

    @Test
    void honestUseWorksOnBothTwinsAndNoticesARefusal() {
        Setup setup = Setup.practice(LAB, 0, Params.none());
        ATTACK.honestUse(LAB.open(setup).challenge());
        Challenge twin = LAB.open(setup.with(Param.HARDENED, true)).challenge();
        ATTACK.honestUse(twin);
        Challenge forged = new Challenge(Bytes.of(new byte[16]), twin.ciphertext(), twin.oracle());
        assertThrows(IllegalStateException.class, () -> ATTACK.honestUse(forged));
    }

    @Test
    void nearMissesEarnNothingOutsideWhatTheyMayKeep() {
        for (int seat = 0; seat < 100; seat++) {
            LabRun<Challenge, Answer> run = LAB.open(Setup.practice(LAB, seat, Params.none()));
            Answer right = ATTACK.run(run.challenge());
            for (NearMiss<Answer> miss : ATTACK.nearMisses(run.challenge(), right)) {
                for (Mark mark : run.checker().check(miss.answer()).marks()) {
                    assertTrue(
                            mark.earned() == 0 || miss.mayKeep().contains(mark.criterion()),
                            seat + " " + miss.name() + " " + mark);
                }
            }
        }
    }

    @Test
    void anotherSeatsMessageEarnsNothing() {
        List<LabRun<Challenge, Answer>> runs = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (int seat = 0; seat < 60; seat++) {
            runs.add(LAB.open(Setup.practice(LAB, seat, Params.none())));
            answers.add(ATTACK.run(runs.get(seat).challenge()));
        }
        for (int seat = 0; seat < 60; seat++) {
            for (int other = 0; other < 60; other++) {
                assertEquals(
                        seat == other ? 100 : 0,
                        runs.get(seat).checker().check(answers.get(other)).earned());
            }
        }
    }

    @Test
    void debriefsAreThereInBothLanguages() {
        for (Language language : Language.values()) {
            assertTrue(new ReferenceAttacks()
                    .debrief(ATTACK, language)
                    .orElseThrow()
                    .startsWith("# "));
        }
    }

    static Setup setup(HardSeat hard) {
        String learner = hard.seat().learner();
        int number = Integer.parseInt(learner.substring("seat-".length()));
        return Setup.practice(LAB, number, Params.parse(LAB.card(), Map.copyOf(hard.params())));
    }

    private static Answer attackWithin(Setup setup) {
        LabRun<Challenge, Answer> run = LAB.open(setup);
        Answer answer = ATTACK.run(run.challenge());
        int blocks = run.challenge().ciphertext().sizeBytes() / 16;
        assertTrue(setup.meter().usage().queries() <= blocks * MOST_A_BLOCK);
        assertEquals(100, run.checker().check(answer).earned(), run.checker().check(answer)::toString);
        return answer;
    }

    /** Questions for a first block that AES turns into {@code decrypted}, before a block that is all padding. */
    private static long questionsFor(byte[] decrypted) {
        long[] questions = {0};
        Bytes y = Bytes.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
        byte[] chain = y.toArray();
        Bytes found = CbcPaddingOracleAttack.decryption(Bytes.of(new byte[16]), twice(y), (iv, block) -> {
            if (Bytes.of(block).equals(y)) {
                questions[0]++;
                return isPadded(iv, decrypted);
            }
            byte[] allPadding = chain.clone();
            for (int i = 0; i < 16; i++) {
                allPadding[i] ^= 16;
            }
            return isPadded(iv, allPadding);
        });
        assertEquals(Bytes.of(decrypted), found);
        return questions[0];
    }

    private static Bytes twice(Bytes y) {
        byte[] both = Arrays.copyOf(y.toArray(), 32);
        both[16] = 99;
        return Bytes.of(both);
    }

    private static boolean isPadded(byte[] iv, byte[] decrypted) {
        int padding = (iv[15] ^ decrypted[15]) & 0xff;
        for (int i = 1; i <= padding && i <= 16; i++) {
            if (((iv[16 - i] ^ decrypted[16 - i]) & 0xff) != padding) {
                return false;
            }
        }
        return padding >= 1 && padding <= 16;
    }
}
