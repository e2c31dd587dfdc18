package org.quintain.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.toys.Toys;

/** Small values: messages, refusals, meters, markings, parameters, catalogs. */
class VocabularyTest {
    private static final Message CLOSED = Message.of("closed");

    @Test
    void argumentOfAMebibyteIsCut() {
        String kept =
                Message.of("key", "found", "x".repeat(1 << 20)).arguments().get("found");
        assertEquals("x".repeat(119) + "\u2026", kept);
    }

    @Test
    void argumentIsCutAtCodePoints() {
        String kept = Message.of("key", "found", "\ud83d\ude00".repeat(121))
                .arguments()
                .get("found");
        assertEquals("\ud83d\ude00".repeat(119) + "\u2026", kept);
    }

    @Test
    void argumentAtTheLimitIsKept() {
        assertEquals(
                "x".repeat(120),
                Message.of("key", "found", "x".repeat(120)).arguments().get("found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Key", "a_b", "a b", "\u00e9"})
    void keyOfOtherCharactersIsRefused(String key) {
        assertThrows(IllegalArgumentException.class, () -> Message.of(key));
    }

    @Test
    void argumentTwiceIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Message.of("key", "a", 1, "a", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"found", "name", "call", "target", "lab", "word", "anything"})
    void textOfARefusalLeavesOutWhatTheCallerWrote(String argument) {
        String text = new RefusedException(Message.of("key", argument, "secret", "max", 5)).getMessage();
        assertEquals("key {max=5}", text);
    }

    @Test
    void bytesDoNotShowTheirContent() {
        assertFalse(Bytes.ofHex("c0ffee").toString().contains("c0ffee"));
    }

    @Test
    void bytesAreCopiedOnTheWayInAndOut() {
        byte[] mine = {1, 2};
        Bytes bytes = Bytes.of(mine);
        mine[0] = 9;
        bytes.toArray()[1] = 9;
        assertEquals(Bytes.ofHex("0102"), bytes);
    }

    @Test
    void partOutsideTheArrayIsRefused() {
        assertThrows(IndexOutOfBoundsException.class, () -> Bytes.of(new byte[3], 1, 4));
        assertThrows(IndexOutOfBoundsException.class, () -> Bytes.of(new byte[3], 2, 1));
    }

    @Test
    void lastQueryOfABudgetIsAllowed() {
        Meter meter = new Meter(Budget.ofQueries(1));
        meter.query();
        assertEquals(
                "queries=1",
                assertThrows(BudgetExhaustedException.class, meter::query).getMessage());
    }

    @Test
    void exhaustedMeterKeepsItsFirstReason() {
        Meter meter = new Meter(new Budget(5, 2, 5, 1));
        assertThrows(BudgetExhaustedException.class, () -> meter.packets(3));
        assertEquals(
                "packets=2",
                assertThrows(BudgetExhaustedException.class, meter::query).getMessage());
        assertTrue(meter.isExhausted());
    }

    @Test
    void whatDidNotFitIsNotCounted() {
        Meter meter = new Meter(new Budget(5, 2, 5, 1));
        assertThrows(BudgetExhaustedException.class, () -> meter.packets(3));
        assertEquals(Usage.NONE, meter.usage());
    }

    @Test
    void exhaustedRunAdmitsNotEvenNothing() {
        Meter meter = new Meter(new Budget(0, 2, 5, 1));
        assertThrows(BudgetExhaustedException.class, meter::query);
        assertThrows(BudgetExhaustedException.class, () -> meter.packets(0));
        assertThrows(BudgetExhaustedException.class, () -> new VirtualClock(meter).advanceMicros(0));
    }

    @Test
    void hugeStepOfAClockDoesNotOverflow() {
        Meter meter = new Meter(new Budget(0, 0, Long.MAX_VALUE - 1, 1));
        VirtualClock clock = new VirtualClock(meter);
        clock.advanceMicros(Long.MAX_VALUE - 1);
        assertThrows(BudgetExhaustedException.class, () -> clock.advanceMicros(Long.MAX_VALUE));
    }

    @Test
    void clockDoesNotGoBack() {
        VirtualClock clock = new VirtualClock(new Meter(Budget.unlimited()));
        assertThrows(IllegalArgumentException.class, () -> clock.advanceMicros(-1));
    }

    @Test
    void exhaustionHasNoStackTrace() {
        assertEquals(0, new BudgetExhaustedException("queries=1").getStackTrace().length);
    }

    @Test
    void markingKeepsTheCardsOrder() {
        Verdict verdict = Toys.GATE
                .card()
                .marking()
                .mark("word", true, CLOSED)
                .mark("open", false, CLOSED)
                .verdict();
        assertEquals(List.of(new Mark("open", 0, CLOSED), new Mark("word", 40, CLOSED)), verdict.marks());
    }

    @Test
    void openCriterionIsNoVerdict() {
        Marking marking = Toys.GATE.card().marking().mark("word", true, CLOSED);
        assertThrows(IllegalStateException.class, marking::verdict);
    }

    @Test
    void openCriterionEarnsNothingOtherwise() {
        assertEquals(
                40,
                Toys.GATE
                        .card()
                        .marking()
                        .mark("word", true, CLOSED)
                        .otherwise(CLOSED)
                        .earned());
    }

    @Test
    void markingRefusesWhatTheCardHasNot() {
        Marking marking = Toys.GATE.card().marking().part("word", 40, CLOSED);
        assertThrows(IllegalArgumentException.class, () -> marking.mark("none", true, CLOSED));
        assertThrows(IllegalArgumentException.class, () -> marking.part("open", 61, CLOSED));
        assertThrows(IllegalArgumentException.class, () -> marking.part("open", -1, CLOSED));
        assertThrows(IllegalArgumentException.class, () -> marking.mark("word", false, CLOSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "33", "", "+8", "8.0", "0x8", "\uff18", "99999999999", "-8", " 8"})
    void integerParameterRefusesOtherValues(String text) {
        Param<Integer> length = Param.integer("length", 4, 8, 32);
        assertEquals(
                Map.of("name", "length", "expected", "4 .. 32", "found", text),
                assertThrows(RefusedException.class, () -> length.parse(text))
                        .why()
                        .arguments());
    }

    @ParameterizedTest
    @ValueSource(strings = {"True", "1", "yes", ""})
    void flagRefusesOtherValues(String text) {
        assertThrows(RefusedException.class, () -> Param.HARDENED.parse(text));
    }

    @Test
    void refusedValueOfAParameterIsCut() {
        RefusedException refused =
                assertThrows(RefusedException.class, () -> Param.HARDENED.parse("y".repeat(100_000)));
        assertEquals(41, refused.why().arguments().get("found").length());
    }

    @Test
    void twinHasTheSameSeedAndFreshMeters() {
        Setup setup = Setup.practice(Toys.VAULT, 0, Params.none());
        setup.meter().query();
        Setup twin = setup.with(Param.HARDENED, true);
        assertEquals(
                Bytes.of(setup.seed().draw("x").bytes(8)),
                Bytes.of(twin.seed().draw("x").bytes(8)));
        assertEquals(Usage.NONE, twin.meter().usage());
    }

    @Test
    void catalogRefusesTwoLabsOfOneId() {
        assertThrows(IllegalArgumentException.class, () -> Catalog.of(List.of(Toys.GATE, Toys.GATE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "crypto", "crypto.", "Crypto.x", "crypto.x-", "crypto.x_y", "a.b.c", "crypto.\u00e9"})
    void idOfAnotherFormIsRefused(String id) {
        LabCard.Builder card =
                LabCard.of(id, 1).criterion("key", 1, 0).levels(Level.PUPIL).sources("none");
        assertThrows(IllegalArgumentException.class, card::build);
    }

    @Test
    void criterionTwiceIsRefused() {
        LabCard.Builder card = LabCard.of("toy.x", 1)
                .criterion("key", 1, 0)
                .criterion("key", 1, 0)
                .levels(Level.PUPIL)
                .sources("none");
        assertThrows(IllegalArgumentException.class, card::build);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "FR", "fr-FR", "fr_CA"})
    void frenchTagsAreFrench(String tag) {
        assertEquals(Language.FR, Language.ofTag(tag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "en", "fry", "de", "francais"})
    void otherTagsAreEnglish(String tag) {
        assertEquals(Language.EN, Language.ofTag(tag));
    }
}
