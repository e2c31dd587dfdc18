package org.quintain.net.buildframebyhand;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quintain.core.BudgetExhaustedException;
import org.quintain.core.Bytes;
import org.quintain.core.Criterion;
import org.quintain.core.LabRun;
import org.quintain.core.Language;
import org.quintain.core.Mark;
import org.quintain.core.Message;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.core.Usage;
import org.quintain.core.text.Brief;
import org.quintain.core.wire.Shapes;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Answer;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Challenge;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Field;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Finding;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Problem;
import org.quintain.net.wire.InternetChecksum;

class BuildFrameByHandLabTest {
    private static final BuildFrameByHandLab LAB = new BuildFrameByHandLab();

    private static LabRun<Challenge, Answer> open(int seat, Params params) {
        return LAB.open(Setup.practice(LAB, seat, params));
    }

    @Test
    void pointsAddUpTo100() {
        assertEquals(100, LAB.card().maxPoints());
    }

    @Test
    void challengeAndAnswerTravel() {
        Shapes.challenge(Challenge.class);
        Shapes.answer(Answer.class);
    }

    @Test
    void sendingCostsAQueryAndAPacketAndTheBudgetEnds() {
        Setup setup = Setup.practice(LAB, 0, Params.none());
        Challenge challenge = LAB.open(setup).challenge();
        for (int i = 0; i < 1_000; i++) {
            challenge.receiver().send(new byte[0]);
        }
        assertEquals(new Usage(1_000, 1_000, 0), setup.meter().usage());
        assertThrows(BudgetExhaustedException.class, () -> challenge.receiver().send(new byte[0]));
    }

    @Test
    void cardsHoldOnlyAddressesForExercises() {
        for (int seat = 0; seat < 500; seat++) {
            Challenge card = open(seat, Params.none()).challenge();
            for (String mac : List.of(card.sourceMac(), card.destinationMac())) {
                int first = Integer.parseInt(mac.substring(0, 2), 16);
                assertEquals(0x02, first & 0x03, "locally administered, one station: " + mac);
            }
            assertTrue(card.sourceAddress().startsWith("10."));
            assertEquals(network(card.sourceAddress()), network(card.destinationAddress()));
            for (String address : List.of(card.sourceAddress(), card.destinationAddress())) {
                int host = Integer.parseInt(address.substring(address.lastIndexOf('.') + 1));
                assertTrue(host >= 1 && host <= 254, address);
            }
            assertNotEquals(card.sourceAddress(), card.destinationAddress());
            assertNotEquals(card.sourceMac(), card.destinationMac());
            assertNotEquals(card.sourcePort(), card.destinationPort());
            for (int port : new int[] {card.sourcePort(), card.destinationPort()}) {
                assertTrue(port >= 49_152 && port <= 65_535, "port=" + port);
            }
            assertTrue(card.timeToLive() >= 16 && card.timeToLive() <= 255);
            assertTrue(card.identification() >= 1 && card.identification() <= 65_535);
        }
    }

    private static String network(String address) {
        return address.substring(0, address.lastIndexOf('.'));
    }

    @Test
    void textsAreAsciiOf7To26CharactersInBothLanguages() {
        for (String language : List.of("en", "fr")) {
            Set<Integer> lengths = new TreeSet<>();
            for (int seat = 0; seat < 2_000; seat++) {
                String text = open(seat, Params.of(BuildFrameByHandLab.LANGUAGE, language))
                        .challenge()
                        .payload();
                assertTrue(text.chars().allMatch(c -> c >= ' ' && c < 0x7F), text);
                lengths.add(text.length());
            }
            assertTrue(lengths.iterator().next() >= 7, lengths.toString());
            assertTrue(lengths.stream().allMatch(length -> length <= 26), lengths.toString());
            assertTrue(
                    lengths.containsAll(List.of(17, 18, 19)), "padding of one byte, none, and odd lengths: " + lengths);
        }
    }

    @Test
    void cardsOfTwoSeatsDiffer() {
        Set<Object> seen = new HashSet<>();
        for (int seat = 0; seat < 1_000; seat++) {
            Challenge card = open(seat, Params.none()).challenge();
            assertTrue(seen.add(List.of(card.sourceMac(), card.destinationMac())));
            assertTrue(seen.add(List.of(card.sourceAddress(), card.identification(), card.timeToLive())));
        }
    }

    @Test
    void checksumsAreGivenAsTheParameterSays() {
        Challenge none = open(5, Params.none()).challenge();
        Challenge udp =
                open(5, Params.of(BuildFrameByHandLab.GIVEN_CHECKSUMS, "udp")).challenge();
        Challenge both =
                open(5, Params.of(BuildFrameByHandLab.GIVEN_CHECKSUMS, "both")).challenge();
        assertTrue(
                none.givenHeaderChecksum().isEmpty() && none.givenUdpChecksum().isEmpty());
        assertTrue(udp.givenHeaderChecksum().isEmpty() && udp.givenUdpChecksum().isPresent());
        assertTrue(both.givenHeaderChecksum().isPresent()
                && both.givenUdpChecksum().isPresent());
    }

    @Test
    void givenChecksumsAreThoseOfTheFrame() {
        Setup setup = Setup.practice(LAB, 5, Params.of(BuildFrameByHandLab.GIVEN_CHECKSUMS, "both"));
        Challenge card = LAB.open(setup).challenge();
        byte[] frame = FrameOrder.draw(setup.seed(), "en").frame();
        assertEquals(hex(frame, 24), card.givenHeaderChecksum().orElseThrow());
        assertEquals(hex(frame, 40), card.givenUdpChecksum().orElseThrow());
        assertTrue(card.receiver().send(frame).accepted());
    }

    private static String hex(byte[] frame, int at) {
        return "0x" + HexFormat.of().formatHex(frame, at, at + 2);
    }

    @Test
    void eachLayerIsMarkedByItself() {
        byte[] right = Frames.practice(3).frame();
        assertEquals(Set.of("ethernet", "ipv4", "udp", "payload"), earned(right));
        assertEquals(Set.of("ipv4", "udp", "payload"), earned(flipped(right, 0)));
        assertEquals(Set.of("ethernet", "udp", "payload"), earned(flipped(right, 18)));
        assertEquals(Set.of("ethernet", "ipv4", "payload"), earned(flipped(right, 40)));
        assertEquals(Set.of(), earned(new byte[0]));
        assertEquals(Set.of(), earned(new byte[60]));
    }

    @Test
    void aSlipInTheTextOrAnAddressCostsItsOwnLayerOnly() {
        byte[] right = Frames.practice(3).frame();
        assertEquals(Set.of("ethernet", "ipv4", "udp"), earned(flipped(right, 42)));
        byte[] wrongAddress = flipped(right, 33);
        assertEquals(Set.of("ethernet", "udp", "payload"), earned(wrongAddress));
        assertEquals(Set.of("ethernet", "udp", "payload"), earned(Frames.summedAgain(wrongAddress)));
        byte[] wrongText = flipped(right, 43);
        assertEquals(Set.of("ethernet", "ipv4", "udp"), earned(Frames.summedAgain(wrongText)));
    }

    @Test
    void theReceiverRefusesWhatTheMarksForgive() {
        FrameOrder order = Frames.practice(3);
        assertEquals(List.of(Field.UDP_CHECKSUM, Field.PAYLOAD), Frames.fields(order, flipped(order.frame(), 42)));
    }

    private static byte[] flipped(byte[] frame, int at) {
        byte[] changed = frame.clone();
        changed[at] ^= 1;
        return changed;
    }

    private static Set<String> earned(byte[] frame) {
        return open(3, Params.none()).checker().check(new Answer(Bytes.of(frame))).marks().stream()
                .filter(mark -> mark.earned() > 0)
                .map(Mark::criterion)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void briefsNameEveryAnswerCriterionAndParameter(Language language) {
        Brief brief = Brief.of(LAB, language);
        assertEquals(Set.of("frame"), brief.entries(Brief.Section.ANSWER).keySet());
        assertEquals(
                LAB.card().criteria().stream().map(Criterion::id).collect(Collectors.toSet()),
                brief.entries(Brief.Section.CRITERIA).keySet());
        assertEquals(
                LAB.card().parameters().stream().map(p -> p.name()).collect(Collectors.toSet()),
                brief.entries(Brief.Section.PARAMETERS).keySet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void briefsHaveWordsForExactlyTheMessagesThereAre(Language language) {
        Brief brief = Brief.of(LAB, language);
        Set<String> wanted = new TreeSet<>();
        for (Criterion criterion : LAB.card().criteria()) {
            wanted.add(criterion.id() + "-right");
        }
        for (Field field : Field.values()) {
            for (Problem problem : Problem.values()) {
                Message why = new Finding(field, problem, 0, java.util.Optional.empty(), "0").why();
                wanted.add(why.key());
                assertEquals(why.arguments().keySet(), brief.places(why.key()).orElseThrow(), why.key());
            }
        }
        assertEquals(wanted, brief.entries(Brief.Section.VERDICTS).keySet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theMapInTheBriefsNamesEveryFieldInOrderWithItsFirstByte(Language language) {
        Matcher row = Pattern.compile("(?m)^\\| ([^|]*) \\| `([a-z0-9-]+)` \\|")
                .matcher(Brief.of(LAB, language).text(Brief.Section.WHAT_YOU_HOLD));
        for (Field field : Field.values()) {
            assertTrue(row.find(), field.id());
            assertEquals(field.id(), row.group(2));
            Matcher first = Pattern.compile("[0-9]+").matcher(row.group(1));
            assertEquals(field != Field.ETHERNET_PADDING, first.find(), field.id());
            assertEquals(
                    field.offset(), field != Field.ETHERNET_PADDING ? Integer.parseInt(first.group()) : 42, field.id());
        }
        assertFalse(row.find());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theExampleInTheBriefsIsARightFrame(Language language) {
        Matcher row = Pattern.compile("(?m)^\\| [^|]*\\| `[a-z0-9-]+` \\|[^|]*\\|(.*)\\|$")
                .matcher(Brief.of(LAB, language).text(Brief.Section.WHAT_YOU_HOLD));
        StringBuilder hex = new StringBuilder();
        while (row.find()) {
            Matcher code = Pattern.compile("^ `([0-9a-f ]+)`").matcher(row.group(1));
            hex.append(code.find() ? code.group(1).replace(" ", "") : "");
        }
        byte[] example = java.util.Arrays.copyOf(HexFormat.of().parseHex(hex), 60);
        assertEquals(List.of(), StrictReading.of(Frames.EXAMPLE, example));
        assertArrayEquals(Frames.EXAMPLE.frame(), example);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theSumsInTheHintsAreRight(Language language) {
        byte[] frame = Frames.EXAMPLE.frame();
        long header = StrictReading.wordSum(frame, 14, 34) - Frames.EXAMPLE.headerChecksum();
        long udp = InternetChecksum.pseudoHeaderSum(0xC0A80701, 0xC0A80702, 17, 11)
                + StrictReading.wordSum(frame, 34, 45)
                - Frames.EXAMPLE.udpChecksum();
        String hints = Brief.of(LAB, language).text(Brief.Section.HINTS);
        for (long number : new long[] {header, udp, InternetChecksum.fold(header), InternetChecksum.fold(udp)}) {
            assertTrue(hints.contains(Long.toHexString(number)), Long.toHexString(number));
        }
    }

    @Test
    void noFindingTellsALengthOrAChecksum() {
        byte[] wrong = Frames.practice(1).frame();
        for (int at : new int[] {16, 24, 38, 40}) {
            Frames.put(wrong, at, 0x1234);
        }
        for (Finding finding : StrictReading.of(Frames.practice(1), wrong)) {
            assertTrue(finding.expected().isEmpty(), finding.toString());
        }
    }

    @Test
    void findingsSpeakTheCardsNotation() {
        Map<Integer, String> found = IntStream.of(0, 26, 35)
                .boxed()
                .collect(Collectors.toMap(
                        at -> at,
                        at -> StrictReading.of(Frames.EXAMPLE, flipped(Frames.EXAMPLE.frame(), at)).stream()
                                .filter(f -> f.problem() == Problem.WRONG
                                        && !f.field().id().endsWith("checksum"))
                                .map(f -> f.field().id() + " " + f.expected().orElseThrow() + " " + f.found())
                                .findFirst()
                                .orElseThrow()));
        assertEquals("ethernet-destination 02:00:00:00:00:0b 03:00:00:00:00:0b", found.get(0));
        assertEquals("ipv4-source 192.168.7.1 193.168.7.1", found.get(26));
        assertEquals("udp-source-port 50000 50001", found.get(35));
    }
}
