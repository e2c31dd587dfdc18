package org.quintain.crypto.hashlengthextension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.List;
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
import org.quintain.crypto.hashlengthextension.HashLengthExtensionLab.Answer;
import org.quintain.crypto.hashlengthextension.HashLengthExtensionLab.Challenge;
import org.quintain.crypto.hashlengthextension.HashLengthExtensionLab.Observatory;
import org.quintain.crypto.hashlengthextension.HashLengthExtensionLab.Reply;

/** The tests know the key, so they make right MACs without any attack. */
class HashLengthExtensionLabTest {
    private static final HashLengthExtensionLab LAB = new HashLengthExtensionLab();
    private static final Reply REFUSED = new Reply(false, List.of());
    private static final String FULL = "100 forged-right command-right key-length-right economy-met";

    private final Setup setup = practice(7, "sha256");
    private final LabRun<Challenge, Answer> run = LAB.open(setup);
    private final Observatory observatory = run.challenge().observatory();
    private final byte[] key = key(setup);
    private final Bytes request = run.challenge().request();
    private final Bytes mac = run.challenge().mac();
    private final String uid = request.toUtf8().substring(0, 8);

    @Test
    void everyKeyLengthAndEveryNumberOfCommandsOccurs() {
        Set<Integer> keys = new TreeSet<>();
        Set<Long> commands = new TreeSet<>();
        for (int seat = 0; seat < 400; seat++) {
            Setup some = practice(seat, "sha256");
            Challenge challenge = LAB.open(some).challenge();
            byte[] itsKey = key(some);
            keys.add(itsKey.length);
            String text = challenge.request().toUtf8();
            assertTrue(text.matches("uid=[1-9][0-9]{3}(&do=[a-z-]+)+"), text);
            commands.add(text.chars().filter(c -> c == '&').count());
            assertEquals(Witness.mac("SHA-256", itsKey, challenge.request()), challenge.mac());
        }
        assertEquals(IntStream.rangeClosed(8, 32).boxed().collect(Collectors.toSet()), keys);
        assertEquals(Set.of(1L, 2L, 3L, 4L, 5L, 6L), commands);
    }

    @Test
    void hashIsTheOneOfTheParameter() {
        Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256").forEach((hash, name) -> {
            Setup some = practice(3, hash);
            Challenge challenge = LAB.open(some).challenge();
            assertEquals(name, challenge.hash());
            assertEquals(Witness.mac(name, key(some), challenge.request()), challenge.mac());
            Setup twin = some.with(Param.HARDENED, true);
            Challenge hardened = LAB.open(twin).challenge();
            assertEquals(name, hardened.hash());
            assertEquals(challenge.request(), hardened.request());
            assertEquals(Witness.hmac(name, key(some), challenge.request()), hardened.mac());
        });
        assertEquals(
                "SHA-256",
                LAB.open(Setup.practice(LAB, 0, Params.none())).challenge().hash());
    }

    @Test
    void machineDoesWhatASignedRequestSaysInItsOrder() {
        List<String> commands = List.of(request.toUtf8().substring(12).split("&do="));
        assertEquals(new Reply(true, commands), exec(request, mac));
        Bytes own = Bytes.utf8(uid + "&do=log&do=clock&do=log");
        assertEquals(new Reply(true, List.of("log", "clock", "log")), exec(own, observatory.sign(own.toArray())));
        assertEquals(3, setup.meter().usage().queries());
    }

    @Test
    void machinePassesOverWhatItDoesNotKnow() {
        byte[] odd = Bytes.utf8("&&x&do&do=&do=LOG&DO=log&do= log&do=log=1&ado=log&=&do=star-map&do=log\u0000&")
                .toArray();
        for (byte[] between : List.of(new byte[] {(byte) 0x80, 0, 0}, new byte[] {(byte) 0xff, (byte) 0xc3})) {
            Bytes text = joined(Bytes.of(between), joined(Bytes.of(odd), Bytes.utf8("do=open-dome")));
            assertEquals(new Reply(true, List.of("star-map", "open-dome")), exec(text, right(text)));
        }
        assertEquals(new Reply(true, List.of()), exec(Bytes.of(), right(Bytes.of())));
    }

    @Test
    void wrongMacIsRefusedWithoutAWordAndCounts() {
        assertEquals(REFUSED, exec(joined(request, Bytes.utf8("&do=log")), mac));
        assertEquals(REFUSED, exec(request, Bytes.of()));
        assertEquals(REFUSED, exec(request, Bytes.of(mac.toArray(), 0, 31)));
        assertEquals(REFUSED, exec(request, joined(mac, Bytes.of((byte) 0))));
        assertEquals(REFUSED, exec(Bytes.of(), Bytes.of()));
        for (int i = 0; i < 32; i++) {
            byte[] changed = mac.toArray();
            changed[i] ^= 1;
            assertEquals(REFUSED, exec(request, Bytes.of(changed)), "byte " + i);
        }
        assertEquals(37, setup.meter().usage().queries());
    }

    @Test
    void deskSignsWhatVisitorsMayAskForAndNothingElse() {
        assertEquals(right(Bytes.utf8(uid + "&do=moon-phase")), sign(uid + "&do=moon-phase"));
        assertEquals(right(Bytes.utf8(uid + "&do=log".repeat(8))), sign(uid + "&do=log".repeat(8)));
        for (String bad : List.of(
                "",
                uid,
                uid + "&",
                uid + "&do=",
                uid + "&do=log&",
                uid + "&do=log".repeat(9),
                "do=log&" + uid,
                uid + "&do=LOG",
                uid + "&do=log\n",
                uid + "&do=log&to=me",
                uid + "&do=log\u0080&do=log",
                " " + uid + "&do=log")) {
            assertEquals("sign-form", refused(bad), bad);
        }
        String other = uid.endsWith("0") ? uid.substring(0, 7) + "1" : uid.substring(0, 7) + "0";
        assertEquals("sign-uid", refused(other + "&do=log"));
        assertEquals("sign-command", refused(uid + "&do=open-dome"));
        assertEquals("sign-command", refused(uid + "&do=log&do=open-dome&do=log"));
        assertEquals("sign-command", refused(uid + "&do=dance"));
        assertEquals(2 + 12 + 4, setup.meter().usage().queries());
    }

    @Test
    void refusedRequestIsNotSigned() {
        refused(uid + "&do=open-dome");
        Bytes wanted = Bytes.utf8(uid + "&do=open-dome");
        assertEquals("80 forged-right command-right key-length-right economy-not-sent", summary(wanted, right(wanted)));
    }

    @Test
    void forgeryCarriedOutInTheRunEarnsFullMarks() {
        Bytes forged = forged("&do=open-dome");
        assertEquals(List.of("open-dome"), lastDone(exec(forged, right(forged))));
        assertEquals(FULL, summary(forged, right(forged)));
    }

    @Test
    void economyAllows32TriesAndNoMore() {
        Bytes forged = forged("&do=open-dome");
        for (int i = 0; i < 31; i++) {
            exec(forged, mac);
        }
        exec(forged, right(forged));
        assertEquals(FULL, summary(forged, right(forged)));
        // What comes after the dome is open costs nothing more.
        exec(forged, mac);
        assertEquals(FULL, summary(forged, right(forged)));

        Setup later = practice(7, "sha256");
        LabRun<Challenge, Answer> long33 = LAB.open(later);
        for (int i = 0; i < 32; i++) {
            long33.challenge().observatory().exec(forged.toArray(), mac.toArray());
        }
        long33.challenge().observatory().exec(forged.toArray(), right(forged).toArray());
        Verdict verdict = long33.checker().check(new Answer(forged, right(forged), key.length));
        assertEquals(80, verdict.earned());
        assertEquals("economy-missed", verdict.marks().get(3).why().key());
        assertEquals(
                Map.of("used", "33", "most", "32"), verdict.marks().get(3).why().arguments());
    }

    @Test
    void queriesOfTheDeskAreNoTries() {
        for (int i = 0; i < 40; i++) {
            sign(uid + "&do=log");
        }
        Bytes forged = forged("&do=open-dome");
        exec(forged, right(forged));
        assertEquals(FULL, summary(forged, right(forged)));
    }

    @Test
    void openDomeIsNeededInTheRunAndNotOnlyInTheAnswer() {
        Bytes other = forged("&do=log");
        exec(other, right(other));
        Bytes forged = forged("&do=open-dome");
        assertEquals("80 forged-right command-right key-length-right economy-not-sent", summary(forged, right(forged)));
        exec(forged, mac);
        assertEquals("80 forged-right command-right key-length-right economy-not-sent", summary(forged, right(forged)));
    }

    @Test
    void requestThatTheRunsDeskSignedIsNoForgeryButUnsignedItIs() {
        assertEquals("0 forged-signed forgery-open forgery-open forgery-open", summary(request, mac));
        Bytes own = Bytes.utf8(uid + "&do=log&do=log");
        String unsigned = "50 forged-right command-missing key-length-right economy-open";
        assertEquals(unsigned, summary(own, right(own)));
        sign(own.toUtf8());
        assertEquals("0 forged-signed forgery-open forgery-open forgery-open", summary(own, right(own)));
        Bytes forged = forged("&do=opendome");
        exec(forged, right(forged));
        assertEquals(unsigned, summary(forged, right(forged)));
    }

    @Test
    void extensionOfARequestThatTheDeskSignedLaterCountsToo() {
        String own = uid + "&do=log";
        sign(own);
        Bytes forged = joined(joined(Bytes.utf8(own), padding(own.length())), Bytes.utf8("&do=open-dome"));
        exec(forged, right(forged));
        assertEquals(FULL, summary(forged, right(forged)));
        assertEquals("key-length-whole", keyLengthWhy(forged, key.length + own.length()));
    }

    /** The desk has signed the first part of a longer request too; the padding stands behind the longer one. */
    @Test
    void longestSignedBeginningIsTheOneThatWasExtended() {
        String first = uid + "&do=log";
        String longer = first + "&do=clock";
        for (String one : List.of(first, longer, first + "&do=weather")) {
            sign(one);
        }
        Bytes forged = joined(joined(Bytes.utf8(longer), padding(longer.length())), Bytes.utf8("&do=open-dome"));
        assertEquals("mac-state", why(forged, Bytes.of(new byte[32])));
        assertEquals("mac-unchanged", why(forged, right(Bytes.utf8(longer))));
        assertEquals("key-length-whole", keyLengthWhy(forged, key.length + longer.length()));
        assertEquals("key-length-wrong", keyLengthWhy(forged, key.length + first.length()));
    }

    @Test
    void wrongKeyLengthsHaveWordsOfTheirOwn() {
        Bytes forged = forged("&do=open-dome");
        assertEquals("key-length-bits", keyLengthWhy(forged, 8 * key.length));
        assertEquals("key-length-whole", keyLengthWhy(forged, key.length + request.sizeBytes()));
        assertEquals("key-length-wrong", keyLengthWhy(forged, key.length + 1));
        assertEquals("key-length-wrong", keyLengthWhy(forged, 0));
    }

    @Test
    void mistakesOfLearnersGetVerdictsOfTheirOwn() {
        int whole = key.length + request.sizeBytes();
        Bytes extra = Bytes.utf8("&do=open-dome");
        Bytes forged = forged("&do=open-dome");
        Bytes wrong = Bytes.of(new byte[32]);
        assertEquals("mac-empty", why(Bytes.of(), wrong));
        assertEquals("mac-empty", why(forged, Bytes.of()));
        assertEquals("mac-size", why(forged, Bytes.of(new byte[31])));
        assertEquals("mac-size", why(forged, Bytes.utf8(right(forged).toHex())));
        assertEquals("mac-without-key", why(forged, Witness.mac("SHA-256", new byte[0], forged)));
        assertEquals("request-other-start", why(Bytes.utf8(uid + "&do=open-dome"), wrong));
        assertEquals("mac-unchanged", why(forged, mac));
        assertEquals("padding-missing", why(request, wrong));
        assertEquals("padding-missing", why(joined(request, extra), wrong));
        assertEquals("mac-state", why(forged, wrong));
        assertEquals("mac-state", why(joined(request, padding(request.sizeBytes())), wrong));
        assertEquals("padding-without-key", why(glued(request.sizeBytes(), 8L * request.sizeBytes(), true), wrong));
        assertEquals("padding-without-key", why(glued(whole, 8L * request.sizeBytes(), true), wrong));
        assertEquals("padding-other-length", why(glued(whole + 1, 8L * whole + 8, true), wrong));
        assertEquals("padding-other-length", why(glued(whole - 1, 8L * whole - 8, true), wrong));
        int of64 = 64 + request.sizeBytes();
        assertEquals("padding-other-length", why(glued(of64, 8L * of64, true), wrong));
        assertEquals("padding-wrong", why(glued(of64 + 1, 8L * of64 + 8, true), wrong));
        assertEquals("padding-order", why(glued(whole, 8L * whole, false), wrong));
        assertEquals("padding-bytes", why(glued(whole, whole, true), wrong));
        assertEquals("padding-wrong", why(glued(whole, 8L * whole + 1, true), wrong));
        assertEquals("padding-wrong", why(joined(request, Bytes.of((byte) 0x80)), wrong));
    }

    @Test
    void lowestByteFirstIsRightForMd5AndWrongForTheOthers() {
        for (String hash : List.of("md5", "sha1")) {
            Setup some = practice(7, hash);
            LabRun<Challenge, Answer> itsRun = LAB.open(some);
            Bytes start = itsRun.challenge().request();
            int whole = key(some).length + start.sizeBytes();
            Bytes wrong = Bytes.of(new byte[itsRun.challenge().mac().sizeBytes()]);
            for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
                Bytes padding = Bytes.of(HashLengthExtensionPadding.of(whole, 8L * whole, order));
                boolean fits = (order == ByteOrder.LITTLE_ENDIAN) == hash.equals("md5");
                assertEquals(
                        fits ? "mac-state" : "padding-order",
                        itsRun.checker()
                                .check(new Answer(joined(start, padding), wrong, 8))
                                .marks()
                                .get(0)
                                .why()
                                .key());
            }
        }
    }

    @Test
    void paddingFillsTheBlockWithNineTo72Bytes() {
        for (int bytes = 0; bytes < 200; bytes++) {
            byte[] padding = HashLengthExtensionPadding.of(bytes, 8L * bytes, ByteOrder.BIG_ENDIAN);
            assertEquals(0, (bytes + padding.length) % 64);
            assertTrue(padding.length >= 9 && padding.length <= 72, "length " + padding.length);
            assertEquals((byte) (8 * bytes), padding[padding.length - 1]);
        }
    }

    @Test
    void twinKnowsNoForgeryByPadding() {
        LabRun<Challenge, Answer> twin = LAB.open(setup.with(Param.HARDENED, true));
        Bytes forged = forged("&do=open-dome");
        assertNotEquals(mac, twin.challenge().mac());
        assertEquals(
                REFUSED,
                twin.challenge()
                        .observatory()
                        .exec(forged.toArray(), right(forged).toArray()));
        Verdict verdict = twin.checker().check(new Answer(forged, right(forged), key.length));
        assertEquals(0, verdict.earned());
        assertEquals("mac-hardened", verdict.marks().get(0).why().key());
        Bytes own = Bytes.utf8(uid + "&do=log");
        Bytes signed = twin.challenge().observatory().sign(own.toArray());
        assertEquals(Witness.hmac("SHA-256", key, own), signed);
        assertEquals(
                new Reply(true, List.of("log")), twin.challenge().observatory().exec(own.toArray(), signed.toArray()));
    }

    @Test
    void briefsAgreeAndHaveWordsForEveryKey() {
        Brief en = Brief.of(LAB, Language.EN);
        Brief fr = Brief.of(LAB, Language.FR);
        for (Brief.Section section : Brief.Section.values()) {
            assertEquals(en.entries(section).keySet(), fr.entries(section).keySet());
            assertFalse(en.text(section).isEmpty() || fr.text(section).isEmpty());
        }
        Map<String, Set<String>> places = Map.of(
                "mac-size", Set.of("found", "wanted"),
                "sign-form", Set.of("found"),
                "economy-met", Set.of("used", "most"),
                "economy-missed", Set.of("used", "most"));
        for (String verdict : en.entries(Brief.Section.VERDICTS).keySet()) {
            assertEquals(
                    places.getOrDefault(verdict, Set.of()), en.places(verdict).orElseThrow(), verdict);
            assertEquals(en.places(verdict), fr.places(verdict), verdict);
        }
        assertEquals(29, en.entries(Brief.Section.VERDICTS).size());
    }

    @Test
    void challengeAndAnswerTravel() {
        assertEquals(4, Shapes.challenge(Challenge.class).components().size());
        assertEquals(3, Shapes.answer(Answer.class).components().size());
    }

    private static Setup practice(int seat, String hash) {
        return Setup.practice(LAB, seat, Params.of(HashLengthExtensionLab.HASH, hash));
    }

    private static byte[] key(Setup setup) {
        return setup.seed()
                .secret("key")
                .bytes(8 + setup.seed().secret("key-length").below(25));
    }

    private Bytes right(Bytes message) {
        return Witness.mac("SHA-256", key, message);
    }

    private Bytes forged(String extra) {
        return joined(joined(request, padding(request.sizeBytes())), Bytes.utf8(extra));
    }

    private Bytes padding(int startBytes) {
        int whole = key.length + startBytes;
        return Bytes.of(HashLengthExtensionPadding.of(whole, 8L * whole, ByteOrder.BIG_ENDIAN));
    }

    private Bytes glued(int fillBytes, long count, boolean highestFirst) {
        ByteOrder order = highestFirst ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        Bytes glue = Bytes.of(HashLengthExtensionPadding.of(fillBytes, count, order));
        return joined(joined(request, glue), Bytes.utf8("&do=open-dome"));
    }

    private static Bytes joined(Bytes first, Bytes second) {
        return Bytes.ofHex(first.toHex() + second.toHex());
    }

    private Reply exec(Bytes text, Bytes itsMac) {
        return observatory.exec(text.toArray(), itsMac.toArray());
    }

    private Bytes sign(String text) {
        return observatory.sign(Bytes.utf8(text).toArray());
    }

    private String refused(String text) {
        return assertThrows(RefusedException.class, () -> sign(text)).why().key();
    }

    private static List<String> lastDone(Reply reply) {
        return reply.done().subList(reply.done().size() - 1, reply.done().size());
    }

    private String why(Bytes text, Bytes itsMac) {
        Verdict verdict = run.checker().check(new Answer(text, itsMac, key.length));
        assertEquals(0, verdict.earned());
        return verdict.marks().get(0).why().key();
    }

    private String keyLengthWhy(Bytes text, int keyLength) {
        Mark mark = run.checker()
                .check(new Answer(text, right(text), keyLength))
                .marks()
                .get(2);
        assertEquals(0, mark.earned());
        return mark.why().key();
    }

    private String summary(Bytes text, Bytes itsMac) {
        Verdict verdict = run.checker().check(new Answer(text, itsMac, key.length));
        return verdict.earned() + " "
                + verdict.marks().stream().map(Mark::why).map(m -> m.key()).collect(Collectors.joining(" "));
    }
}
