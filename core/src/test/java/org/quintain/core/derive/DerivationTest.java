package org.quintain.core.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quintain.core.Bytes;
import org.quintain.core.LabCard;
import org.quintain.core.Level;
import org.quintain.core.Param;
import org.quintain.core.Params;
import org.quintain.core.RefusedException;
import org.quintain.core.Seat;

/**
 * The fixed derivation. The vectors were computed by a second implementation in another language; the first five stand
 * in the rules as well.
 */
class DerivationTest {
    private static final String LAB = "crypto.xor-repeat";
    private static final CourseKey KEY = CourseKey.of(courseKey());

    private static Bytes courseKey() {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) i;
        }
        return Bytes.of(key);
    }

    private static SeatKey seatKey(String learner) {
        return KEY.seatKey(new Seat("uni-a", "crypto-101", learner, 1), LAB, 1, Map.of());
    }

    static Seed root() {
        return seatKey("u-4711").root();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void issueIdOfTheVector() {
        assertEquals("8ac7afaf593e0b38d648", seatKey("u-4711").issueId());
    }

    @Test
    void pseudonymOfTheVector() {
        assertEquals("wwbrts2cvd", KEY.pseudonym("uni-a", "crypto-101", "u-4711"));
    }

    @Test
    void answerDigestOfTheVector() {
        assertEquals("2996e44525233e19f008ed4219747877", KEY.answerDigest(LAB, "{\"key\":\"00\"}"));
    }

    @Test
    void keyIdOfTheVector() {
        assertEquals("0b0b578f", KEY.keyId());
    }

    @Test
    void forkKeyOfTheVector() {
        assertEquals("d0759ce8f77d548c", hex(root().draw("key").bytes(8)));
    }

    @Test
    void rootStreamOfTheVector() {
        byte[] rootKey = Prf.hmac(HexFormat.of().parseHex(seatKeyHex()), Prf.encode(Prf.utf8("draw")));
        assertEquals("3dc95e6c0abb62d6", hex(new Draw(rootKey, null).bytes(8)));
    }

    /** The seat key of the vector, derived here once more because {@link SeatKey} never shows it. */
    private static String seatKeyHex() {
        return hex(Prf.hmac(
                courseKey().toArray(),
                Prf.encode(
                        Prf.utf8("lab-seat/1"),
                        Prf.utf8("uni-a"),
                        Prf.utf8("crypto-101"),
                        Prf.utf8("u-4711"),
                        Prf.be32(1),
                        Prf.utf8(LAB),
                        Prf.be32(1),
                        Prf.encode())));
    }

    @Test
    void belowOfTheVector() {
        assertEquals(296, root().draw("n").below(1000));
    }

    @Test
    void sequenceOfTheVector() {
        Draw draw = root().draw("seq");
        List<Integer> six = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            six.add(draw.below(100));
        }
        assertEquals(List.of(80, 7, 11, 68, 24, 40), six);
    }

    @Test
    void composedLearnerOfTheVector() {
        assertEquals("dced7af140b9bf08ffc0", seatKey("\u00e9lodie").issueId());
    }

    @Test
    void decomposedLearnerIsTheSameLearner() {
        assertEquals("dced7af140b9bf08ffc0", seatKey("e\u0301lodie").issueId());
    }

    @Test
    void noBreakSpaceAroundALearnerIsNoOtherLearner() {
        assertEquals(
                "dced7af140b9bf08ffc0", seatKey("\u00a0\u00e9lodie\u00a0\r\n").issueId());
    }

    @Test
    void sealOfTheVector() {
        assertEquals(
                "9d98af0cbc329c2f20af1057a936848d67720716a8b6804ab81c843162969aad",
                hex(seatKey("u-4711").seal(Prf.utf8("message"))));
    }

    @Test
    void secondIssueOfTheVector() {
        Seat second = new Seat("uni-a", "crypto-101", "u-4711", 2);
        assertEquals(
                "3cf60442724d1ad87fab", KEY.seatKey(second, LAB, 1, Map.of()).issueId());
    }

    @Test
    void secondContentVersionOfTheVector() {
        Seat seat = new Seat("uni-a", "crypto-101", "u-4711", 1);
        assertEquals("dfd88647ffc74db0ffb5", KEY.seatKey(seat, LAB, 2, Map.of()).issueId());
    }

    @Test
    void paramsOfTheVectorAreSorted() {
        Seat seat = new Seat("uni-a", "crypto-101", "u-4711", 1);
        Map<String, String> unsorted = new TreeMap<>(java.util.Comparator.reverseOrder());
        unsorted.put("hardened", "true");
        unsorted.put("key-length", "16");
        assertEquals("7ed55e8b27f880699af6", KEY.seatKey(seat, LAB, 1, unsorted).issueId());
    }

    @Test
    void onlyParamsThatDifferFromTheirDefaultTakePart() {
        LabCard card = LabCard.of(LAB, 1)
                .criterion("key", 1, 0)
                .levels(Level.BACHELOR)
                .sources("none")
                .parameter(Param.HARDENED)
                .parameter(Param.integer("key-length", 4, 8, 32))
                .build();
        Params written = Params.parse(card, Map.of("hardened", "false", "key-length", "008"));
        assertEquals(Map.of(), written.nonDefault());
    }

    @Test
    void everySpellingOfAValueIsTheSameValue() {
        LabCard card = LabCard.of(LAB, 1)
                .criterion("key", 1, 0)
                .levels(Level.BACHELOR)
                .sources("none")
                .parameter(Param.integer("key-length", 4, 8, 32))
                .build();
        assertEquals(Params.parse(card, Map.of("key-length", "16")), Params.parse(card, Map.of("key-length", "0016")));
    }

    @Test
    void valueOutsideAParametersDomainIsRefusedWhereItIsSet() {
        Param<Integer> length = Param.integer("key-length", 4, 8, 32);
        assertThrows(RefusedException.class, () -> Params.of(length, 33));
    }

    @Test
    void forkOfAForkHasAStreamOfItsOwn() {
        assertEquals(
                "19242166b5ee2fc8197418429d7ce1d4",
                hex(root().fork("a").draw("b").bytes(16)));
    }

    @Test
    void oneLabelAlwaysGivesTheSameStream() {
        Seed seed = root();
        seed.draw("x").bytes(100);
        assertEquals(hex(seed.draw("x").bytes(40)), hex(seed.draw("x").bytes(40)));
    }

    @Test
    void otherLabelsGiveOtherStreams() {
        assertNotEquals(hex(root().draw("x").bytes(16)), hex(root().draw("y").bytes(16)));
    }

    @Test
    void secretReadsTheSameStreamAsDraw() {
        assertEquals(hex(root().draw("x").bytes(16)), hex(root().secret("x").bytes(16)));
    }

    @Test
    void onlySecretStreamsAreReported() {
        List<String> reported = new ArrayList<>();
        Seed seed = root().reportingSecretsTo(secret -> reported.add(hex(secret)));
        seed.draw("open").bytes(8);
        String secret = hex(seed.fork("part").secret("closed").bytes(8));
        assertEquals(List.of(secret), reported);
    }

    @Test
    void secretIntegersAreReportedWithoutSignByte() {
        List<Integer> lengths = new ArrayList<>();
        Seed seed = root().reportingSecretsTo(secret -> lengths.add(secret.length));
        seed.secret("p").prime(128);
        assertEquals(List.of(16), lengths);
    }

    @Test
    void courseKeyOf31BytesIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> CourseKey.of(Bytes.of(courseKey().toArray(), 0, 31)));
    }

    @Test
    void constantCourseKeyIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> CourseKey.of(Bytes.of(new byte[32])));
    }

    @Test
    void keysDoNotShowThemselves() {
        String shown = KEY + " " + seatKey("u-4711") + " " + root();
        assertFalse(shown.contains("000102") || shown.contains(seatKeyHex().substring(0, 8)));
    }

    @Test
    void controlCharacterInsideALearnerIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> seatKey("u\u00004711"));
    }

    @Test
    void loneSurrogateInALearnerIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> seatKey("u\ud800"));
    }

    @Test
    void emptyLearnerIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> seatKey(" \u00a0\t"));
    }

    @Test
    void learnerOf200BytesIsAccepted() {
        assertEquals(200, new Seat("t", "c", "\u00e9".repeat(100), 1).learner().length() * 2);
    }

    @Test
    void learnerOf201BytesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Seat("t", "c", "\u00e9".repeat(100) + "x", 1));
    }

    @Test
    void caseIsKept() {
        assertNotEquals(seatKey("U-4711").issueId(), seatKey("u-4711").issueId());
    }

    @Test
    void refusalOfALearnerDoesNotRepeatIt() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> seatKey("secret\u0000name"));
        assertFalse(refused.getMessage().contains("secret"));
    }
}
