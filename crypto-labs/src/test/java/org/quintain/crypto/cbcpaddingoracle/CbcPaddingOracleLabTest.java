package org.quintain.crypto.cbcpaddingoracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quintain.core.Bytes;
import org.quintain.core.LabRun;
import org.quintain.core.Language;
import org.quintain.core.Mark;
import org.quintain.core.Param;
import org.quintain.core.Params;
import org.quintain.core.RefusedException;
import org.quintain.core.Setup;
import org.quintain.core.Verdict;
import org.quintain.core.text.Brief;
import org.quintain.core.wire.Shapes;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab.Answer;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab.Challenge;

class CbcPaddingOracleLabTest {
    private static final CbcPaddingOracleLab LAB = new CbcPaddingOracleLab();

    private final Setup setup = practice(7, Params.none());
    private final LabRun<Challenge, Answer> run = LAB.open(setup);
    private final byte[] iv = run.challenge().iv().toArray();
    private final byte[] ciphertext = run.challenge().ciphertext().toArray();

    @Test
    void everyPaddingLengthAndEveryNumberOfBlocksOccurs() {
        Set<Integer> paddings = new TreeSet<>();
        Set<Integer> blocks = new TreeSet<>();
        for (int seat = 0; seat < 400; seat++) {
            Setup some = practice(seat, Params.none());
            int ciphertextBytes = LAB.open(some).challenge().ciphertext().sizeBytes();
            blocks.add(ciphertextBytes / 16);
            paddings.add(ciphertextBytes - message(some).length);
        }
        assertEquals(IntStream.rangeClosed(1, 16).boxed().collect(Collectors.toSet()), paddings);
        assertEquals(Set.of(2, 3, 4), blocks);
    }

    @Test
    void messageEndsWithTheDoorCodeAndIsAscii() {
        for (int seat = 0; seat < 50; seat++) {
            Setup some = practice(seat, Params.none());
            String text = Bytes.of(message(some)).toUtf8();
            assertTrue(text.matches("[A-Za-z0-9 ,]*[0-9a-f]{16}"), text);
            assertTrue(text.endsWith(
                    Bytes.of(some.seed().secret("door-code").bytes(8)).toHex()));
        }
    }

    @Test
    void parameterSetsTheNumberOfBlocks() {
        for (String blocks : new String[] {"2", "3", "4", "8", "16"}) {
            Setup some = practice(1, Params.of(CbcPaddingOracleLab.BLOCKS, blocks));
            assertEquals(
                    16 * Integer.parseInt(blocks),
                    LAB.open(some).challenge().ciphertext().sizeBytes());
        }
    }

    @Test
    void genuinePageHasRightPadding() {
        assertTrue(run.challenge().oracle().isPaddingValid(iv, ciphertext));
        assertEquals(1, setup.meter().usage().queries());
    }

    @Test
    void partialBlockIsRefusedAndStillCounts() {
        byte[] partial = Arrays.copyOf(ciphertext, ciphertext.length - 1);
        assertEquals("ciphertext-length", refused(iv, partial).why().key());
        assertEquals("ciphertext-length", refused(iv, new byte[0]).why().key());
        assertEquals("ciphertext-length", refused(iv, new byte[1040]).why().key());
        assertEquals("iv-length", refused(new byte[15], ciphertext).why().key());
        assertEquals(4, setup.meter().usage().queries());
    }

    @Test
    void longestPageIsReadAndNotRefused() {
        byte[] longest = new byte[1024];
        System.arraycopy(ciphertext, ciphertext.length - 32, longest, 1024 - 32, 32);
        assertTrue(run.challenge().oracle().isPaddingValid(iv, longest));
    }

    @Test
    void twinHasTheSameSecretsAndAcceptsTheGenuinePage() {
        Challenge twin = LAB.open(setup.with(Param.HARDENED, true)).challenge();
        assertEquals(run.challenge().iv(), twin.iv());
        assertEquals(Bytes.of(ciphertext), Bytes.of(twin.ciphertext().toArray(), 0, ciphertext.length));
        assertEquals(ciphertext.length + 32, twin.ciphertext().sizeBytes());
        assertTrue(twin.oracle().isPaddingValid(iv, twin.ciphertext().toArray()));
    }

    @Test
    void twinAnswersFalseToAnyChangeOfAByte() {
        Challenge twin = LAB.open(setup.with(Param.HARDENED, true)).challenge();
        byte[] page = twin.ciphertext().toArray();
        for (int i = 0; i < page.length; i++) {
            byte[] changed = page.clone();
            changed[i] ^= 1;
            assertFalse(twin.oracle().isPaddingValid(iv, changed), "byte " + i);
        }
        for (int i = 0; i < 16; i++) {
            byte[] changed = iv.clone();
            changed[i] ^= (byte) 0x80;
            assertFalse(twin.oracle().isPaddingValid(changed, page), "byte of the IV " + i);
        }
    }

    @Test
    void twinAnswersFalseToEveryLengthAndCountsIt() {
        Setup hardened = setup.with(Param.HARDENED, true);
        Challenge twin = LAB.open(hardened).challenge();
        byte[] page = twin.ciphertext().toArray();
        for (int lengthBytes = 0; lengthBytes < page.length; lengthBytes++) {
            assertFalse(twin.oracle().isPaddingValid(iv, Arrays.copyOf(page, lengthBytes)));
        }
        assertFalse(twin.oracle().isPaddingValid(new byte[15], page));
        assertEquals(page.length + 1, hardened.meter().usage().queries());
    }

    @Test
    void fullMarksNeedTheMessageAndAFrugalRun() {
        setup.meter().query();
        assertEquals("100 message-right blocks-right economy-met", summary(message(setup)));
    }

    @Test
    void runThatAskedMoreThan4098ABlockLosesTheEconomyPoints() {
        long most = 4098L * ciphertext.length / 16;
        for (long i = 0; i < most; i++) {
            setup.meter().query();
        }
        assertEquals("100 message-right blocks-right economy-met", summary(message(setup)));
        setup.meter().query();
        assertEquals("80 message-right blocks-right economy-missed", summary(message(setup)));
    }

    @Test
    void rightMessageWithoutAnyQueryDoesNotEarnTheEconomyPoints() {
        assertEquals("80 message-right blocks-right economy-no-query", summary(message(setup)));
    }

    @Test
    void mistakesOfLearnersGetVerdictsOfTheirOwn() {
        byte[] message = message(setup);
        byte[] padded = Arrays.copyOf(message, ciphertext.length);
        Arrays.fill(padded, message.length, padded.length, (byte) (padded.length - message.length));
        byte[] decrypted = new byte[padded.length];
        byte[] withIv = new byte[padded.length];
        byte[] backwards = new byte[message.length];
        for (int i = 0; i < padded.length; i++) {
            decrypted[i] = (byte) (padded[i] ^ (i < 16 ? iv[i] : ciphertext[i - 16]));
            withIv[i] = (byte) (decrypted[i] ^ iv[i % 16]);
        }
        for (int i = 0; i < message.length; i++) {
            backwards[i] = message[message.length - 1 - i];
        }
        byte[] oneByte = message.clone();
        oneByte[3] ^= 1;
        byte[] twoBytes = oneByte.clone();
        twoBytes[4] ^= 1;
        assertEquals("message-padded", why(padded));
        assertEquals("message-not-xored", why(decrypted));
        assertEquals("message-not-xored", why(Arrays.copyOf(decrypted, message.length)));
        assertEquals("message-xored-with-iv", why(withIv));
        assertEquals("message-backwards", why(backwards));
        assertEquals(
                "message-hex-twice", why(Bytes.utf8(Bytes.of(message).toHex()).toArray()));
        assertEquals("message-incomplete", why(Arrays.copyOfRange(message, 16, message.length)));
        assertEquals("message-incomplete", why(Arrays.copyOf(message, 16)));
        assertEquals("message-one-byte", why(oneByte));
        assertEquals("message-wrong", why(twoBytes));
        assertEquals("message-empty", why(new byte[0]));
    }

    @Test
    void blocksCountFromTheBeginningOrFromTheEndButNotAnywhere() {
        Setup three = practice(3, Params.of(CbcPaddingOracleLab.BLOCKS, "4"));
        byte[] message = message(three);
        var checker = LAB.open(three).checker();
        byte[] moved = new byte[message.length];
        System.arraycopy(message, 0, moved, 1, message.length - 1);
        assertEquals(10, checker.check(new Answer(Bytes.of(message, 0, 16))).earned());
        assertEquals(
                20,
                checker.check(new Answer(Bytes.of(message, 16, message.length))).earned());
        assertEquals(0, checker.check(new Answer(Bytes.of(moved))).earned());
    }

    @Test
    void briefsAgreeAndHaveWordsForEveryKey() {
        Brief en = Brief.of(LAB, Language.EN);
        Brief fr = Brief.of(LAB, Language.FR);
        for (Brief.Section section : Brief.Section.values()) {
            assertEquals(en.entries(section).keySet(), fr.entries(section).keySet());
            assertFalse(en.text(section).isEmpty() || fr.text(section).isEmpty());
        }
        assertEquals(
                Set.of("message", "blocks", "economy"),
                en.entries(Brief.Section.CRITERIA).keySet());
        assertEquals(
                Set.of("blocks", "hardened"),
                en.entries(Brief.Section.PARAMETERS).keySet());
        Map<String, Set<String>> places = Map.of(
                "iv-length", Set.of("found"),
                "ciphertext-length", Set.of("found"),
                "blocks-right", Set.of("right", "of"),
                "economy-met", Set.of("used", "most"),
                "economy-missed", Set.of("used", "most"));
        for (String key : en.entries(Brief.Section.VERDICTS).keySet()) {
            assertEquals(places.getOrDefault(key, Set.of()), en.places(key).orElseThrow(), key);
            assertEquals(en.places(key), fr.places(key), key);
        }
        assertEquals(17, en.entries(Brief.Section.VERDICTS).size());
        assertEquals(
                en.hints().stream().map(h -> h.cost()).toList(),
                fr.hints().stream().map(h -> h.cost()).toList());
    }

    @Test
    void challengeAndAnswerTravel() {
        assertEquals(3, Shapes.challenge(Challenge.class).components().size());
        assertEquals(1, Shapes.answer(Answer.class).components().size());
    }

    private static Setup practice(int seat, Params params) {
        return Setup.practice(LAB, seat, params);
    }

    private static byte[] message(Setup setup) {
        Challenge challenge = LAB.open(setup.again()).challenge();
        return TextbookOracles.decrypt(
                setup.seed().secret("key").bytes(16),
                challenge.iv().toArray(),
                challenge.ciphertext().toArray());
    }

    private RefusedException refused(byte[] withIv, byte[] page) {
        return assertThrows(
                RefusedException.class, () -> run.challenge().oracle().isPaddingValid(withIv, page));
    }

    private String why(byte[] answer) {
        return run.checker()
                .check(new Answer(Bytes.of(answer)))
                .marks()
                .get(0)
                .why()
                .key();
    }

    private String summary(byte[] answer) {
        Verdict verdict = run.checker().check(new Answer(Bytes.of(answer)));
        return verdict.earned() + " "
                + verdict.marks().stream().map(Mark::why).map(m -> m.key()).collect(Collectors.joining(" "));
    }
}
