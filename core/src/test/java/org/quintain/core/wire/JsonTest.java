package org.quintain.core.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.Bytes;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;

/** Strict JSON: what is read, what is refused and with which words. */
class JsonTest {
    private static final Limits SMALL = new Limits(1000, 3, 10, 5);

    private static Object parse(String text) {
        return Json.parse(Bytes.utf8(text), Limits.SUBMISSION);
    }

    private static Message refusal(Bytes document, Limits limits) {
        return assertThrows(RefusedException.class, () -> Json.parse(document, limits))
                .why();
    }

    private static Message refusal(String text) {
        return refusal(Bytes.utf8(text), Limits.SUBMISSION);
    }

    private static Message refusal(String text, Limits limits) {
        return refusal(Bytes.utf8(text), limits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\t ", "\ufeff", "\ufeff "})
    void emptyDocumentIsRefusedAsEmpty(String text) {
        assertEquals("json-empty", refusal(text).key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\" 1}",
                "// x\n{}",
                "/**/{}",
                "NaN",
                "Infinity",
                "-Infinity",
                "+5",
                "1_000",
                "0x10",
                "007",
                "-",
                "\uff11\uff12",
                "tru",
                "\"tab\there\"",
                "\"line\nbreak\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\u0000",
                "\ufeff\ufeff{}",
                "{}x"
            })
    void whatIsNoJsonIsRefused(String text) {
        assertEquals("json-syntax", refusal(text).key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}{}", "{} {}", "1 2", "[] null"})
    void secondDocumentIsRefused(String text) {
        assertEquals("json-trailing", refusal(text).key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e5", "[-0.5]", "{\"a\":1E-400}"})
    void fractionIsRefused(String text) {
        assertEquals("json-fraction", refusal(text).key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"{}\"", "null", "true"})
    void documentThatIsNoObjectIsRefused(String text) {
        RefusedException refused =
                assertThrows(RefusedException.class, () -> Json.parseObject(Bytes.utf8(text), Limits.SUBMISSION));
        assertEquals("json-no-object", refused.why().key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":1}", "{\"a\":null,\"a\":null}", "{\"x\":{\"a\":1,\"\\u0061\":2}}"})
    void repeatedNameIsRefused(String text) {
        assertEquals(Message.of("json-duplicate", "name", "a"), refusal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"\\u0000\":1}", "{\"a\\tb\":1}"})
    void controlCharacterInANameIsRefused(String text) {
        assertEquals("json-name-control", refusal(text).key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud800\"",
                "\"\\udc00\"",
                "\"\\ud800x\"",
                "\"\\udc00\\ud800\"",
                "{\"\\ud83d\":1}",
                "[\"\\ud83d\"]"
            })
    void loneSurrogateIsRefused(String text) {
        assertEquals("json-surrogate", refusal(text).key());
    }

    @Test
    void surrogatePairIsRead() {
        assertEquals("\ud83d\ude00", parse("\"\\ud83d\\ude00\""));
    }

    @Test
    void nulInATextIsRead() {
        assertEquals("\u0000", parse("\"\\u0000\""));
    }

    @Test
    void oneByteOrderMarkIsStripped() {
        assertEquals(Map.of(), parse("\ufeff{}"));
    }

    @Test
    void utf16IsNamed() {
        assertEquals(
                "json-utf16",
                refusal(Bytes.of("{}".getBytes(StandardCharsets.UTF_16)), Limits.SUBMISSION)
                        .key());
    }

    @Test
    void utf16LittleEndianIsNamed() {
        assertEquals(
                "json-utf16",
                refusal(Bytes.of((byte) 0xff, (byte) 0xfe, (byte) '{', (byte) 0), Limits.SUBMISSION)
                        .key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "22c328", "22eda08022", "22f4908080", "22c0af22", "22ff22"})
    void invalidUtf8IsRefused(String hex) {
        assertEquals(
                "json-encoding", refusal(Bytes.ofHex(hex), Limits.SUBMISSION).key());
    }

    @Test
    void twoMebibytesOfZerosAreTooLarge() {
        assertEquals(
                Message.of("json-too-large", "limit", 1 << 20, "found", 1 << 21),
                refusal(Bytes.of(new byte[1 << 21]), Limits.SUBMISSION));
    }

    @Test
    void documentAtTheLimitIsRead() {
        assertEquals("", Json.parse(Bytes.utf8("\"\"" + " ".repeat(998)), SMALL));
    }

    @Test
    void documentOneByteLongerIsRefused() {
        assertEquals(
                Message.of("json-too-large", "limit", 1000, "found", 1001), refusal("\"\"" + " ".repeat(999), SMALL));
    }

    @Test
    void depthAtTheLimitIsRead() {
        assertEquals(List.of(List.of(List.of())), Json.parse(Bytes.utf8("[[[]]]"), SMALL));
    }

    @Test
    void oneLevelMoreIsRefused() {
        assertEquals(Message.of("json-depth", "limit", 3), refusal("[[{\"a\":[]}]]", SMALL));
    }

    @Test
    void twoHundredThousandBracketsAreTooDeep() {
        assertEquals(Message.of("json-depth", "limit", 16), refusal("[".repeat(200_000)));
    }

    @Test
    void textAtTheLimitIsReadInCodePoints() {
        String text = "\ud83d\ude00".repeat(10);
        assertEquals(text, Json.parse(Bytes.utf8('"' + text + '"'), SMALL));
    }

    @Test
    void oneCodePointMoreIsRefused() {
        assertEquals(
                Message.of("json-text-size", "limit", 10, "found", 11),
                refusal('"' + "\ud83d\ude00".repeat(11) + '"', SMALL));
    }

    @Test
    void nameHasTheLimitOfATextToo() {
        assertEquals(Message.of("json-text-size", "limit", 10, "found", 11), refusal("{\"12345678901\":1}", SMALL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "-12345"})
    void numberAtTheLimitIsReadWhateverItsSign(String digits) {
        assertEquals(Long.valueOf(digits), Json.parse(Bytes.utf8(digits), SMALL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "-123456"})
    void oneDigitMoreIsRefused(String digits) {
        assertEquals(Message.of("json-digits", "limit", 5, "found", 6), refusal(digits, SMALL));
    }

    @Test
    void numberOfAMillionDigitsNamesTheLimit() {
        assertEquals(Message.of("json-digits", "limit", 4096, "found", 1_000_000), refusal("9".repeat(1_000_000)));
    }

    @Test
    void textOfAMillionCharactersNamesTheLimit() {
        assertEquals(
                Message.of("json-text-size", "limit", 65536, "found", 1_000_000),
                refusal('"' + "x".repeat(1_000_000) + '"'));
    }

    @Test
    void nameOfAHundredThousandCharactersNamesTheLimit() {
        assertEquals(
                Message.of("json-text-size", "limit", 65536, "found", 100_000),
                refusal("{\"" + "x".repeat(100_000) + "\":1}"));
    }

    @Test
    void hundredThousandKeysAreRead() {
        StringBuilder text = new StringBuilder("{\"kkkk\":0");
        for (int i = 0; i < 99_999; i++) {
            text.append(",\"").append(Integer.toString(i, 36)).append("\":0");
        }
        assertEquals(100_000, ((Map<?, ?>) parse(text.append('}').toString())).size());
    }

    @Test
    void repeatedNameIsCutAndCleaned() {
        String name = "\u202e" + "x".repeat(100);
        String shown =
                refusal("{\"" + name + "\":1,\"" + name + "\":1}").arguments().get("name");
        assertEquals("\ufffd" + "x".repeat(39) + "\u2026", shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"a\":x}|1|6", "{\"a\":1.5}|1|6", "{} {}|1|4"})
    void refusalNamesLineAndColumn(String text, String line, String column) {
        Map<String, String> arguments = refusal(text).arguments();
        assertEquals(List.of(line, column), List.of(arguments.get("line"), arguments.get("column")));
    }

    @Test
    void lineIsCounted() {
        assertEquals("3", refusal("{\n\n\"a\" 1}").arguments().get("line"));
    }

    @Test
    void numbersUpTo18DigitsAreLongs() {
        assertEquals(999_999_999_999_999_999L, parse("999999999999999999"));
    }

    @Test
    void negativeNumbersUpTo18DigitsAreLongs() {
        assertEquals(-999_999_999_999_999_999L, parse("-999999999999999999"));
    }

    @Test
    void longerNumbersAreBigIntegers() {
        assertEquals(new BigInteger("-9223372036854775809"), parse("-9223372036854775809"));
    }

    @Test
    void nullIsAValueOfItsOwn() {
        assertEquals(List.of(Json.NULL), parse("[null]"));
    }

    @Provide
    Arbitrary<Object> trees() {
        Arbitrary<String> texts = Arbitraries.strings()
                .ofMaxLength(20)
                .filter(text -> text.equals(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)));
        Arbitrary<Object> leaves = Arbitraries.oneOf(
                texts.map(text -> text),
                Arbitraries.longs()
                        .between(-999_999_999_999_999_999L, 999_999_999_999_999_999L)
                        .map(number -> number),
                Arbitraries.bigIntegers()
                        .between(BigInteger.TEN.pow(18), BigInteger.TEN.pow(60))
                        .map(number -> number),
                Arbitraries.of(true, false).map(flag -> flag),
                Arbitraries.just(Json.NULL));
        Arbitrary<String> names = Arbitraries.strings().alpha().numeric().ofMaxLength(5);
        return nested(leaves, names, 4);
    }

    /** At most 3 to the power of {@code depth} leaves: a lazily recursive generator has no bound and can fill the heap. */
    private static Arbitrary<Object> nested(Arbitrary<Object> leaves, Arbitrary<String> names, int depth) {
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<Object> inner = nested(leaves, names, depth - 1);
        return Arbitraries.oneOf(
                leaves,
                inner.list().ofMaxSize(3).map(list -> list),
                Arbitraries.maps(names, inner).ofMaxSize(3).map(map -> new LinkedHashMap<>(map)));
    }

    private static final Limits DEEP = new Limits(1 << 24, 60, 1 << 16, 4096);

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIsReadBack(@ForAll("trees") Object tree) {
        assertEquals(tree, Json.parse(Bytes.utf8(Json.write(tree)), DEEP));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIndentedIsReadBack(@ForAll("trees") Object tree) {
        assertEquals(tree, Json.parse(Bytes.utf8(Json.writeIndented(tree)), DEEP));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void writtenFormHasNoLineBreak(@ForAll("trees") Object tree) {
        assertTrue(Json.write(tree).chars().noneMatch(c -> c == '\n' || c == '\r'));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void canonicalFormOfTheCanonicalFormIsTheSame(@ForAll("trees") Object tree) {
        Bytes canonical = Json.canonical(tree);
        assertEquals(canonical, Json.canonical(Json.parse(canonical, DEEP)));
    }

    @Property(tries = 300)
    void anyTextIsReadOrRefused(@ForAll String text) {
        try {
            parse(text);
        } catch (RefusedException refused) {
            assertTrue(refused.why().key().startsWith("json-"));
        }
    }

    @Test
    void eachKindOfValueHasAName() {
        assertEquals("object", Json.kindOf(Map.of()));
        assertEquals("list", Json.kindOf(List.of()));
        assertEquals("text", Json.kindOf("a"));
        assertEquals("empty-text", Json.kindOf(""));
        assertEquals("number", Json.kindOf(1L));
        assertEquals("number", Json.kindOf(BigInteger.TEN));
        assertEquals("boolean", Json.kindOf(true));
        assertEquals("null", Json.kindOf(Json.NULL));
        assertEquals("nothing", Json.kindOf(null));
    }

    @Test
    void canonicalFormSortsNamesAndDropsSpace() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("b", 1L);
        tree.put("a", List.of(Map.of("y", "\u00e9", "x", true)));
        assertEquals(
                "{\"a\":[{\"x\":true,\"y\":\"\u00e9\"}],\"b\":1}",
                Json.canonical(tree).toUtf8());
    }

    @Test
    void indentedFormHasAFieldALine() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("a", List.of(1L, 2L));
        tree.put("b", Map.of());
        assertEquals("{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}\n", Json.writeIndented(tree));
    }

    @Test
    void valueThatIsNoJsonIsRefusedWhenWritten() {
        assertThrows(IllegalArgumentException.class, () -> Json.write(1.5));
        assertThrows(IllegalArgumentException.class, () -> Json.write(null));
    }

    @Test
    void writerStaysOpen() throws IOException {
        StringWriter to = new StringWriter();
        Json.write(1L, to);
        to.append("!");
        assertEquals("1!", to.toString());
    }

    @Test
    void failureOfTheWriterIsAnUncheckedIoException() {
        Writer full = new Writer() {
            @Override
            public void write(char[] from, int offset, int length) throws IOException {
                throw new IOException("disk full");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        assertThrows(UncheckedIOException.class, () -> Json.write(Map.of("a", 1L), full));
    }
}
