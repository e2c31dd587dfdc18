package org.quintain.core.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.Attachment;
import org.quintain.core.Bytes;
import org.quintain.core.Message;
import org.quintain.core.Range;
import org.quintain.core.RefusedException;
import org.quintain.core.Size;

/** Wire forms derived from declared types: what travels, within which limits, and what is refused. */
class ShapesTest {
    enum Colour {
        RED,
        DARK_BLUE
    }

    record Part(
            @Range(min = -5, max = 5) int number,
            @Size(max = 4) Bytes bytes) {}

    record All(
            @Size(min = 1, max = 8) Bytes bytes,
            @Size(max = 5) String text,
            @Range(min = 1, max = 9) int small,
            long large,
            boolean flag,
            @Size(max = 30) BigInteger big,
            Colour colour,
            Optional<@Size(max = 3) String> maybe,
            @Size(max = 3) List<@Size(max = 2) List<@Size(max = 2) String>> nested,
            Part part,
            @Size(max = 16) Attachment file) {}

    private static final RecordShape ALL = Shapes.answer(All.class);

    private static All sample() {
        return new All(
                Bytes.ofHex("00ff"),
                "text",
                5,
                7L,
                true,
                BigInteger.TEN,
                Colour.DARK_BLUE,
                Optional.of("abc"),
                List.of(List.of("a", "b"), List.of()),
                new Part(-5, Bytes.ofHex("01")),
                new Attachment("a.bin", "application/octet-stream", Bytes.ofHex("010203")));
    }

    /** The sample's tree with one field replaced; a null value drops it. */
    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> tree = new LinkedHashMap<>(ALL.write(sample(), Links.NONE));
        if (value == null) {
            tree.remove(name);
        } else {
            tree.put(name, value);
        }
        return tree;
    }

    private static Message refusal(RecordShape shape, Object tree) {
        return assertThrows(RefusedException.class, () -> shape.read(tree, "", Links.NONE))
                .why();
    }

    private static Message refusal(String name, Object value) {
        return refusal(ALL, with(name, value));
    }

    private static All read(String name, Object value) {
        return (All) ALL.read(with(name, value), "", Links.NONE);
    }

    @Provide
    Arbitrary<All> values() {
        Arbitrary<String> letters = Arbitraries.strings().all().filter(ShapesTest::isWhole);
        Arbitrary<Bytes> bytes = Arbitraries.bytes()
                .array(byte[].class)
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(Bytes::of);
        Arbitrary<Part> parts = Combinators.combine(Arbitraries.integers().between(-5, 5), bytes)
                .as(Part::new);
        return Combinators.combine(
                        Combinators.combine(
                                        bytes,
                                        letters,
                                        Arbitraries.integers().between(1, 9),
                                        Arbitraries.longs().between(-IntegerShape.MAX_EXACT, IntegerShape.MAX_EXACT))
                                .as(List::<Object>of),
                        Combinators.combine(
                                        Arbitraries.of(true, false),
                                        Arbitraries.bigIntegers()
                                                .between(BigInteger.TEN.pow(29).negate(), BigInteger.TEN.pow(29)),
                                        Arbitraries.of(Colour.class),
                                        letters.optional())
                                .as(List::<Object>of),
                        letters.list().ofMaxSize(2).list().ofMaxSize(3),
                        parts,
                        bytes)
                .as((first, second, nested, part, content) -> new All(
                        (Bytes) first.get(0),
                        (String) first.get(1),
                        (Integer) first.get(2),
                        (Long) first.get(3),
                        (Boolean) second.get(0),
                        (BigInteger) second.get(1),
                        (Colour) second.get(2),
                        ((Optional<?>) second.get(3)).map(String.class::cast),
                        nested,
                        part,
                        new Attachment("f", "a/b", content)));
    }

    private static boolean isWhole(String text) {
        return text.equals(Bytes.utf8(text).toUtf8()) && text.codePointCount(0, text.length()) <= 2;
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void everythingThatTravelsComesBack(@ForAll("values") All value) {
        Object tree = Json.parse(Bytes.utf8(Json.write(ALL.write(value, Links.NONE))), Limits.SUBMISSION);
        assertEquals(value, ALL.read(tree, "", Links.NONE));
    }

    @Test
    void absentOptionalIsNotWritten() {
        All none = read("maybe", null);
        assertTrue(none.maybe().isEmpty() && !ALL.write(none, Links.NONE).containsKey("maybe"));
    }

    /** An optional number and an optional text. */
    record Blanks(Optional<@Range(max = 9) Integer> number, Optional<@Size(max = 9) String> text) {}

    @Test
    void emptyTextIsAnAbsentOptionalUnlessItIsAText() {
        Object read = Shapes.answer(Blanks.class).read(Map.of("number", "", "text", ""), "", Links.NONE);
        assertEquals(new Blanks(Optional.empty(), Optional.of("")), read);
    }

    @Test
    void nullIsAnAbsentOptional() {
        assertEquals(Optional.empty(), read("maybe", Json.NULL).maybe());
    }

    @Test
    void enumTravelsInLowerCaseWithHyphens() {
        assertEquals("dark-blue", ALL.write(sample(), Links.NONE).get("colour"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DARK_BLUE", "dark_blue", "green", ""})
    void otherWordsThanTheConstantsAreRefused(String word) {
        assertEquals(
                Message.of("value-choice", "at", "colour", "expected", "red | dark-blue", "found", word),
                refusal("colour", word));
    }

    @Test
    void missingFieldIsNamed() {
        assertEquals(Message.of("value-missing", "at", "text"), refusal("text", null));
    }

    @Test
    void unknownFieldIsNamed() {
        assertEquals(Message.of("value-unknown", "at", "", "name", "score"), refusal("score", 100L));
    }

    @Test
    void fieldOfAPartIsNamedByItsPath() {
        assertEquals(
                Message.of("value-range", "at", "part.number", "min", -5, "max", 5, "found", 6),
                refusal("part", Map.of("number", 6L, "bytes", "")));
    }

    @Test
    void unknownFieldOfAPartIsNamedByItsPath() {
        assertEquals(
                Message.of("value-unknown", "at", "part", "name", "x"),
                refusal("part", Map.of("number", 1L, "bytes", "", "x", "")));
    }

    @Test
    void elementOfANestedListIsNamedByItsPath() {
        assertEquals(
                Message.of(
                        "value-size", "at", "nested[1][0]", "unit-kind", "characters", "min", 0, "max", 2, "found", 3),
                refusal("nested", List.of(List.of(), List.of("abc"))));
    }

    @Test
    void innerListHasALimitOfItsOwn() {
        assertEquals(
                Message.of("value-size", "at", "nested[0]", "unit-kind", "elements", "min", 0, "max", 2, "found", 3),
                refusal("nested", List.of(List.of("", "", ""))));
    }

    @Test
    void outerListHasALimitOfItsOwn() {
        assertEquals(
                Message.of("value-size", "at", "nested", "unit-kind", "elements", "min", 0, "max", 3, "found", 4),
                refusal("nested", List.of(List.of(), List.of(), List.of(), List.of())));
    }

    @Test
    void valueOfAnOptionalHasTheLimit() {
        assertEquals("3", refusal("maybe", "abcd").arguments().get("max"));
    }

    @Test
    void bytesBelowTheLeastSizeAreRefused() {
        assertEquals(
                Message.of("value-size", "at", "bytes", "unit-kind", "bytes", "min", 1, "max", 8, "found", 0),
                refusal("bytes", ""));
    }

    @Test
    void bytesAtTheGreatestSizeAreRead() {
        assertEquals(8, read("bytes", "00".repeat(8)).bytes().sizeBytes());
    }

    @Test
    void bytesOneLongerAreRefused() {
        assertEquals("9", refusal("bytes", "00".repeat(9)).arguments().get("found"));
    }

    @Test
    void oddNumberOfHexDigitsIsRefused() {
        assertEquals(Message.of("value-hex-odd", "at", "bytes", "found", 3), refusal("bytes", "abc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x", "\uff10\uff10", "0g", "0 ", " 0", "0\n", "0\u00a0", "\u0660\u0660"})
    void whatIsNoHexDigitIsRefusedWithItsPosition(String text) {
        assertEquals("value-hex", refusal("bytes", text).key());
    }

    @Test
    void upperCaseHexIsRead() {
        assertEquals(Bytes.ofHex("ab"), read("bytes", "AB").bytes());
    }

    @Test
    void textIsMeasuredInCodePoints() {
        assertEquals(
                "\ud83d\ude00".repeat(5), read("text", "\ud83d\ude00".repeat(5)).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+5", "5 ", " 5", "1_0", "0x5", "5.0", "5e0", "\uff15", "\u0665", "", "-", "NaN"})
    void integerInAnotherSpellingIsRefused(String text) {
        assertEquals("value-kind", refusal("small", text).key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+5", "5 ", "1_0", "0x5", "5.0", "\uff15", "\u0665", "", "-", "--5"})
    void bigIntegerInAnotherSpellingIsRefused(String text) {
        assertEquals("value-kind", refusal("big", text).key());
    }

    @Test
    void integerAsDecimalTextIsRead() {
        assertEquals(5, read("small", "5").small());
    }

    @Test
    void bigIntegerAsNumberIsRead() {
        assertEquals(BigInteger.valueOf(-12), read("big", -12L).big());
    }

    @Test
    void signIsNoDigit() {
        assertEquals(30, read("big", "-" + "9".repeat(30)).big().toString().length() - 1);
    }

    @Test
    void bigIntegerOfTooManyDigitsIsRefusedBeforeParsing() {
        assertEquals(
                Message.of("value-size", "at", "big", "unit-kind", "digits", "min", 0, "max", 30, "found", 1_000_000),
                refusal("big", "9".repeat(1_000_000)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 10, -1, Long.MAX_VALUE, Long.MIN_VALUE})
    void integerOutsideItsRangeIsRefused(long value) {
        assertEquals(
                Message.of("value-range", "at", "small", "min", 1, "max", 9, "found", value), refusal("small", value));
    }

    @Test
    void longPastTheExactRangeOfJsonReadersIsRefused() {
        assertEquals("value-range", refusal("large", 1L << 53).key());
    }

    @Test
    void longAtTheEndOfTheExactRangeIsRead() {
        assertEquals((1L << 53) - 1, read("large", (1L << 53) - 1).large());
    }

    @Test
    void hugeNumberInATextIsOutsideTheRange() {
        Message why = refusal("large", "9".repeat(50_000));
        assertEquals("value-range", why.key());
        assertTrue(why.arguments().get("found").length() <= 41);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes", "text", "small", "large", "flag", "big", "colour", "nested", "part", "file"})
    void nullIsRefusedWithThePlaceNamed(String name) {
        Message why = refusal(name, Json.NULL);
        assertEquals(
                List.of(name, "null"),
                List.of(
                        why.arguments().get("at").replace(".base64", ""),
                        why.arguments().get("found-kind")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes", "text", "small", "large", "flag", "big", "colour", "part", "file"})
    void listIsRefusedWhereItIsNotDue(String name) {
        assertEquals("list", refusal(name, List.of()).arguments().get("found-kind"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUI", "QUI=\n", "QU I=", "QUJD=", "QUJ=", "QQ", "Q===", "QUJDRA=", "_-8=", "\uff31UI="})
    void looseBase64IsRefused(String base64) {
        Message why = refusal("file", Map.of("name", "a", "mediaType", "a/b", "base64", base64));
        assertEquals(Message.of("value-base64", "at", "file"), why);
    }

    @Test
    void fileOfTheGreatestSizeIsRead() {
        String base64 = java.util.Base64.getEncoder().encodeToString(new byte[16]);
        assertEquals(
                16,
                read("file", Map.of("name", "a", "mediaType", "a/b", "base64", base64))
                        .file()
                        .content()
                        .sizeBytes());
    }

    @Test
    void fileOneByteLargerIsRefused() {
        String base64 = java.util.Base64.getEncoder().encodeToString(new byte[17]);
        assertEquals(
                "17",
                refusal("file", Map.of("name", "a", "mediaType", "a/b", "base64", base64))
                        .arguments()
                        .get("found"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".hidden",
                "a/b",
                "..",
                "a\\\\b",
                "con",
                "NUL.txt",
                "com1",
                "lpt9.pcap",
                "a.",
                "a b",
                "caf\u00e9",
                "a\u0000",
                "-\n"
            })
    void fileNameThatIsNotSafeEverywhereIsRefused(String name) {
        assertEquals(Message.of("file-name"), refusal("file", Map.of("name", name, "mediaType", "a/b", "base64", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"console.log", "nul-1.txt", "a", "A_b-1.tar.gz"})
    void ordinaryFileNameIsAccepted(String name) {
        assertEquals(name, new Attachment(name, "a/b", Bytes.of()).name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "text", "text/", "/plain", "text/plain\r\nX: y", "text/pl ain", "t/x/y", "text/plain;q=1"})
    void mediaTypeOfAnotherFormIsRefused(String mediaType) {
        assertEquals(
                Message.of("file-media-type"),
                refusal("file", Map.of("name", "a", "mediaType", mediaType, "base64", "")));
    }

    @Test
    void unknownFieldOfAFileIsRefused() {
        assertEquals(
                "value-unknown",
                refusal("file", Map.of("name", "a", "mediaType", "a/b", "base64", "", "x", ""))
                        .key());
    }

    record Refuses(@Size(max = 5) String text) {
        Refuses {
            if (text.isEmpty()) {
                throw new RefusedException(Message.of("text-empty"));
            }
            if (text.equals("bug")) {
                throw new IllegalArgumentException("a bug of ours");
            }
        }
    }

    @Test
    void refusalOfAConstructorIsPassedOn() {
        assertEquals(Message.of("text-empty"), refusal(Shapes.answer(Refuses.class), Map.of("text", "")));
    }

    @Test
    void otherFailureOfAConstructorIsNoRefusal() {
        assertThrows(
                IllegalStateException.class,
                () -> Shapes.answer(Refuses.class).read(Map.of("text", "bug"), "", Links.NONE));
    }

    @Test
    void formDescribesTypesAndLimits() {
        Map<String, Object> fields = ALL.describeFields();
        assertEquals(
                List.of(
                        Map.of("type", "bytes", "min", 1L, "max", 8L),
                        Map.of("type", "text", "max", 3L, "optional", true),
                        Map.of("type", "choice", "of", List.of("red", "dark-blue"))),
                List.of(fields.get("bytes"), fields.get("maybe"), fields.get("colour")));
    }

    // What does not travel, each refused with its place.

    interface Gate {
        boolean isOpen(@Size(max = 8) byte[] key, @Size(max = 2) List<@Range(max = 9) Integer> digits);

        Optional<Bytes> note(Optional<@Size(max = 4) String> name);

        Gate next();
    }

    record Gates(Gate gate) {}

    private static TargetType gate() {
        return ((TargetShape) Shapes.challenge(Gates.class).components().get(0).shape()).type();
    }

    @Test
    void sizeOnAByteArrayParameterIsFound() {
        assertEquals(
                new BytesShape(0, 8, true),
                gate().methods().get("isOpen").parameters().get(0));
    }

    @Test
    void limitsOnAListParameterAreFound() {
        assertEquals(
                new ListShape(new IntegerShape(0, 9, true), 0, 2),
                gate().methods().get("isOpen").parameters().get(1));
    }

    @Test
    void limitInsideAnOptionalParameterIsFound() {
        assertEquals(
                new OptionalShape(new TextShape(0, 4)),
                gate().methods().get("note").parameters().get(0));
    }

    @Test
    void targetThatReturnsItselfIsDescribedOnce() {
        assertTrue(gate().methods().get("next").result() instanceof TargetShape next && next.type() == gate());
    }

    private static String refusedAnswer(Class<? extends Record> type) {
        return assertThrows(IllegalArgumentException.class, () -> Shapes.answer(type))
                .getMessage();
    }

    private static String refusedChallenge(Class<? extends Record> type) {
        return assertThrows(IllegalArgumentException.class, () -> Shapes.challenge(type))
                .getMessage();
    }

    record NoLimit(String text) {}

    record NoLimitInList(@Size(max = 2) List<String> texts) {}

    record NoLimitOnList(List<@Size(max = 2) String> texts) {}

    record NoLimitOnBig(BigInteger number) {}

    record NoLimitInOptional(Optional<Bytes> bytes) {}

    record NoLimitInPart(Optional<NoLimit> part) {}

    @Test
    void inputWithoutALimitIsRefused() {
        assertEquals("@Size wanted on an input of variable size: NoLimit.text", refusedAnswer(NoLimit.class));
        assertEquals(
                "@Size wanted on an input of variable size: NoLimitInList.texts[]", refusedAnswer(NoLimitInList.class));
        assertEquals(
                "@Size wanted on an input of variable size: NoLimitOnList.texts", refusedAnswer(NoLimitOnList.class));
        assertEquals(
                "@Size wanted on an input of variable size: NoLimitOnBig.number", refusedAnswer(NoLimitOnBig.class));
        assertEquals(
                "@Size wanted on an input of variable size: NoLimitInOptional.bytes",
                refusedAnswer(NoLimitInOptional.class));
        assertEquals(
                "@Size wanted on an input of variable size: NoLimitInPart.part.text",
                refusedAnswer(NoLimitInPart.class));
    }

    interface Unlimited {
        void send(byte[] frame);
    }

    record UnlimitedCall(Unlimited card) {}

    @Test
    void parameterWithoutALimitIsRefused() {
        assertEquals(
                "@Size wanted on an input of variable size: Unlimited.send(frame)",
                refusedChallenge(UnlimitedCall.class));
    }

    record Raw(@Size(max = 4) byte[] bytes) {}

    record Fraction(double ratio) {}

    record Ints(@Size(max = 4) int[] numbers) {}

    record Mapped(Map<String, String> map) {}

    record Wild(@Size(max = 4) List<?> list) {}

    record Loop(@Size(max = 1) List<Loop> inner) {}

    record Anything(Object any) {}

    record Boxed(Float number) {}

    @Test
    void byteArrayInARecordIsRefused() {
        assertEquals("Bytes instead of byte[] wanted in a record: Raw.bytes", refusedAnswer(Raw.class));
    }

    @Test
    void recordInsideItselfIsRefused() {
        assertEquals("a record that does not contain itself wanted: Loop.inner[]", refusedAnswer(Loop.class));
    }

    @Test
    void typesThatDoNotTravelAreRefusedWithTheirPlace() {
        for (Class<? extends Record> type : Arrays.<Class<? extends Record>>asList(
                Fraction.class, Ints.class, Mapped.class, Wild.class, Anything.class, Boxed.class)) {
            assertTrue(refusedAnswer(type).startsWith("a type that travels wanted: " + type.getSimpleName() + "."));
            assertTrue(refusedChallenge(type).startsWith("a type that travels wanted: " + type.getSimpleName() + "."));
        }
    }

    interface Overloaded {
        void send(int a);

        void send(long a);
    }

    record OverloadedCall(Overloaded card) {}

    @Test
    void overloadIsRefused() {
        assertTrue(refusedChallenge(OverloadedCall.class).startsWith("method names without overloads wanted: "));
    }

    interface Takes {
        void take(Gate gate);
    }

    record TakesTarget(Takes takes) {}

    @Test
    void targetAsArgumentIsRefused() {
        assertTrue(refusedChallenge(TakesTarget.class).startsWith("a type that travels wanted: Takes.take(gate)"));
    }

    record TargetInList(List<Gate> gates) {}

    record Holder(Gate gate) {}

    record TargetInPart(Holder holder) {}

    interface GivesList {
        List<Gate> gates();
    }

    record TargetInResult(GivesList gives) {}

    interface GivesPart {
        Holder holder();
    }

    record TargetInResultPart(GivesPart gives) {}

    @Test
    void targetInsideSomethingElseIsRefused() {
        for (Class<? extends Record> type : Arrays.<Class<? extends Record>>asList(
                TargetInList.class, TargetInPart.class, TargetInResult.class, TargetInResultPart.class)) {
            assertTrue(refusedChallenge(type).startsWith("a type that travels wanted: "));
        }
    }

    @Test
    void targetInAnAnswerIsRefused() {
        assertTrue(refusedAnswer(Gates.class).startsWith("a type that travels wanted: Gates.gate"));
    }

    record Reserved(Gate session) {}

    @Test
    void nameOfTheSessionIsReserved() {
        assertEquals("a name other than the session's own wanted: Reserved.session", refusedChallenge(Reserved.class));
    }

    record Negative(@Size(min = -1, max = 4) String text) {}

    record Swapped(@Size(min = 5, max = 4) String text) {}

    record SwappedRange(@Range(min = 5, max = 4) int number) {}

    @Test
    void limitsThatAdmitNothingAreRefused() {
        assertEquals("0 <= min <= max wanted: Negative.text", refusedAnswer(Negative.class));
        assertEquals("0 <= min <= max wanted: Swapped.text", refusedAnswer(Swapped.class));
        assertEquals("min <= max wanted: SwappedRange.number", refusedAnswer(SwappedRange.class));
    }

    enum Twins {
        A_B,
        a_b
    }

    record TwinWords(Twins twins) {}

    @Test
    void constantsOfOneWordAreRefused() {
        assertTrue(refusedAnswer(TwinWords.class).startsWith("constants of different words wanted: "));
    }
}
