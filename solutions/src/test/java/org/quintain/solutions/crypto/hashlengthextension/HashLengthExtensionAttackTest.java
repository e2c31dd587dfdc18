package org.quintain.solutions.crypto.hashlengthextension;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.Bytes;
import org.quintain.core.LabRun;
import org.quintain.core.Language;
import org.quintain.core.Mark;
import org.quintain.core.Param;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.core.Verdict;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.LabContract;
import org.quintain.core.contract.NearMiss;
import org.quintain.crypto.hashlengthextension.HashLengthExtensionLab;
import org.quintain.crypto.hashlengthextension.HashLengthExtensionLab.Answer;
import org.quintain.crypto.hashlengthextension.HashLengthExtensionLab.Challenge;
import org.quintain.solutions.ReferenceAttacks;

class HashLengthExtensionAttackTest {
    private static final HashLengthExtensionLab LAB = new HashLengthExtensionLab();
    private static final HashLengthExtensionAttack ATTACK = new HashLengthExtensionAttack();

    static List<HardSeat> hardSeats() {
        return ATTACK.hardSeats();
    }

    @Test
    void contractHoldsOn64SeatsAndTheHardOnes() {
        assertEquals(List.of(), LabContract.violations(ATTACK, 64));
    }

    /** 25 lengths, equally likely: 13 on average; 12.5, 13.1 and 13.2 measured. */
    @ParameterizedTest
    @ValueSource(strings = {"sha256", "sha1", "md5"})
    void attackEarnsFullMarksOn2000SeatsAtAMeanOf13Tries(String hash) {
        long tries = 0;
        long most = 0;
        for (int seat = 0; seat < 2000; seat++) {
            Setup setup = setup(seat, hash);
            attackWithin(setup);
            tries += setup.meter().usage().queries();
            most = Math.max(most, setup.meter().usage().queries());
        }
        assertEquals(13.0, tries / 2000.0, 0.6);
        assertEquals(25, most);
    }

    @ParameterizedTest
    @MethodSource("hardSeats")
    void attackEarnsFullMarksOnHardSeats(HardSeat hard) {
        attackWithin(setup(hard));
    }

    /** Against a textbook server; none of the lab's code takes part. */
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void attackForgesForEveryKeyHashAndRequest(
            @ForAll IteratedHash hash,
            @ForAll @Size(min = 8, max = 32) byte[] key,
            @ForAll @Size(max = 200) byte[] request) {
        assertForges(hash, key, request);
    }

    @Test
    void attackForgesForEveryLengthOfKeyAndRequest() {
        for (IteratedHash hash : IteratedHash.values()) {
            for (int keyBytes = 8; keyBytes <= 32; keyBytes++) {
                for (int requestBytes = 0; requestBytes <= 130; requestBytes++) {
                    assertForges(hash, new byte[keyBytes], new byte[requestBytes]);
                }
            }
        }
    }

    @Test
    void attackOnTheHardenedTwinStillAnswersAndEarnsNothing() {
        for (String hash : List.of("sha256", "sha1", "md5")) {
            for (int seat = 0; seat < 200; seat++) {
                Setup hardened = setup(seat, hash).with(Param.HARDENED, true);
                LabRun<Challenge, Answer> run = LAB.open(hardened);
                Answer answer = assertDoesNotThrow(() -> ATTACK.run(run.challenge()));
                assertEquals(0, run.checker().check(answer).earned());
                assertEquals(25, hardened.meter().usage().queries());
            }
        }
    }

    /** Not one of all lengths from 0 to 64, taken alone, gets a forgery past HMAC. */
    @Test
    void noLengthOfTheKeyWorksOnTheHardenedTwin() {
        for (int seat = 0; seat < 20; seat++) {
            Challenge twin =
                    LAB.open(setup(seat, "sha256").with(Param.HARDENED, true)).challenge();
            for (int keyBytes = 0; keyBytes <= 64; keyBytes++) {
                Answer forged = HashLengthExtensionAttack.forge(
                        IteratedHash.SHA256, twin.request(), twin.mac(), keyBytes, HashLengthExtensionAttack.EXTRA);
                assertTrue(!twin.observatory()
                        .exec(forged.request().toArray(), forged.mac().toArray())
                        .accepted());
            }
        }
    }

    @Test
    void honestUseWorksOnBothTwinsAndNoticesARefusal() {
        Setup setup = setup(0, "sha256");
        ATTACK.honestUse(LAB.open(setup).challenge());
        Challenge twin = LAB.open(setup.with(Param.HARDENED, true)).challenge();
        ATTACK.honestUse(twin);
        Challenge spoilt = new Challenge(twin.hash(), twin.request(), Bytes.of(new byte[32]), twin.observatory());
        assertThrows(IllegalStateException.class, () -> ATTACK.honestUse(spoilt));
    }

    @Test
    void nearMissesEarnNothingOutsideWhatTheyMayKeep() {
        for (String hash : List.of("sha256", "sha1", "md5")) {
            for (int seat = 0; seat < 100; seat++) {
                LabRun<Challenge, Answer> run = LAB.open(setup(seat, hash));
                Answer right = ATTACK.run(run.challenge());
                for (NearMiss<Answer> miss : ATTACK.nearMisses(run.challenge(), right)) {
                    for (Mark mark : run.checker().check(miss.answer()).marks()) {
                        assertTrue(
                                mark.earned() == 0 || miss.mayKeep().contains(mark.criterion()),
                                seat + " " + miss.name() + " " + mark);
                        assertTrue(
                                mark.earned() > 0 || !miss.mayKeep().contains(mark.criterion()),
                                seat + " " + miss.name() + " " + mark);
                    }
                }
            }
        }
    }

    /** The words that each near miss gets, on each of 100 seats and with each hash function. */
    @Test
    void nearMissesAreRecognised() {
        Map<String, Set<String>> wanted = new TreeMap<>();
        wanted.put("nothing forged: the request as it was signed", Set.of("forged-signed"));
        wanted.put("key taken one byte longer", Set.of("padding-other-length"));
        wanted.put("key taken one byte shorter", Set.of("padding-other-length"));
        wanted.put("key taken for empty", Set.of("padding-without-key"));
        wanted.put("bit count without the key", Set.of("padding-without-key"));
        wanted.put("count in bytes", Set.of("padding-bytes"));
        wanted.put("bit count in the other order of bytes", Set.of("padding-order"));
        wanted.put("no padding between", Set.of("padding-missing"));
        wanted.put("count begins anew behind the padding", Set.of("mac-state"));
        wanted.put("the old MAC", Set.of("mac-unchanged"));
        wanted.put("hashed without a key", Set.of("mac-without-key"));
        wanted.put("MAC cut by a byte", Set.of("mac-size"));
        wanted.put("one bit of the MAC wrong", Set.of("mac-state"));
        wanted.put("a command that there is not", Set.of("forged-right"));
        wanted.put("key length in bits", Set.of("forged-right"));
        wanted.put("length of key and request", Set.of("forged-right"));
        for (String hash : List.of("sha256", "sha1", "md5")) {
            for (int seat = 0; seat < 100; seat++) {
                LabRun<Challenge, Answer> run = LAB.open(setup(seat, hash));
                Answer right = ATTACK.run(run.challenge());
                Map<String, Set<String>> found = new TreeMap<>();
                for (NearMiss<Answer> miss : ATTACK.nearMisses(run.challenge(), right)) {
                    Verdict verdict = run.checker().check(miss.answer());
                    found.put(miss.name(), Set.of(verdict.marks().get(0).why().key()));
                }
                assertEquals(wanted, found, hash + " seat " + seat);
            }
        }
    }

    @Test
    void requestThatTheDeskSignedInTheRunIsNoForgery() {
        LabRun<Challenge, Answer> run = LAB.open(setup(0, "sha256"));
        Bytes own = Bytes.utf8(run.challenge().request().toUtf8().substring(0, 8) + "&do=log");
        Bytes mac = run.challenge().observatory().sign(own.toArray());
        Verdict verdict = run.checker().check(new Answer(own, mac, 8));
        assertEquals(0, verdict.earned());
        assertEquals("forged-signed", verdict.marks().get(0).why().key());
    }

    @Test
    void anotherSeatsForgeryEarnsNothing() {
        List<LabRun<Challenge, Answer>> runs = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (int seat = 0; seat < 60; seat++) {
            runs.add(LAB.open(setup(seat, "md5")));
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
        int number = Integer.parseInt(hard.seat().learner().substring("seat-".length()));
        return Setup.practice(LAB, number, Params.parse(LAB.card(), Map.copyOf(hard.params())));
    }

    private static Setup setup(int seat, String hash) {
        return Setup.practice(LAB, seat, Params.of(HashLengthExtensionLab.HASH, hash));
    }

    private static void assertForges(IteratedHash hash, byte[] key, byte[] request) {
        TextbookServer server = new TextbookServer(hash.standardName(), key);
        Challenge challenge = new Challenge(hash.standardName(), Bytes.of(request), server.sign(request), server);
        Answer forged = ATTACK.run(challenge);
        assertEquals(key.length, forged.keyLength());
        assertEquals(server.sign(forged.request().toArray()), forged.mac());
        assertEquals(key.length - 7, server.tries);
        String whole = forged.request().toHex();
        assertTrue(whole.startsWith(Bytes.of(request).toHex() + "80"), whole);
        assertTrue(whole.endsWith(HashLengthExtensionAttack.EXTRA.toHex()), whole);
    }

    private static void attackWithin(Setup setup) {
        LabRun<Challenge, Answer> run = LAB.open(setup);
        Answer answer = ATTACK.run(run.challenge());
        assertEquals(answer.keyLength() - 7, setup.meter().usage().queries());
        assertEquals(100, run.checker().check(answer).earned(), run.checker().check(answer)::toString);
    }
}
