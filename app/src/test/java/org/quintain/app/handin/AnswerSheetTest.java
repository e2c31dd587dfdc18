package org.quintain.app.handin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.Language;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;
import org.quintain.core.contract.Reference;
import org.quintain.core.text.Texts;

/** A sheet gives what the JSON gives, however it was typed and saved. */
class AnswerSheetTest {
    private static final Lab<?, ?> CAESAR =
            Answers.LABS.find("crypto.caesar-shift").orElseThrow();
    private static final Lab<?, ?> FRAME =
            Answers.LABS.find("net.build-frame-by-hand").orElseThrow();
    private static final Lab<?, ?> ROBOT = Answers.LABS.find("fuzz.toy-robot").orElseThrow();
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static Optional<Bytes> read(String sheet) {
        return AnswerSheet.submission(Bytes.utf8(sheet), Answers.LABS);
    }

    private static Map<?, ?> answers(String sheet) {
        return Answers.answersOf(read(sheet).orElseThrow().toUtf8());
    }

    private static Message refusal(String sheet) {
        return assertThrows(RefusedException.class, () -> read(sheet)).why();
    }

    private static String caesar() {
        return Answers.template(CAESAR, 1, Language.EN);
    }

    private static String filledCaesar() {
        return Answers.filled(caesar(), Map.of("plaintext", "THE LAMP, AT NINE.", "shift", 3L));
    }

    @TestFactory
    Stream<DynamicTest> aFilledSheetIsTheSubmissionOfEachLab() {
        return Answers.references().stream()
                .flatMap(reference -> Stream.of(0, 1, 2, 3)
                        .map(seat -> DynamicTest.dynamicTest(
                                reference.lab().card().id() + " " + seat, () -> sameAsJson(reference, seat))));
    }

    private static void sameAsJson(Reference<?, ?> reference, int seat) {
        String json = Answers.rightSubmission(reference, seat);
        for (Language language : Language.values()) {
            String template = Answers.template(reference.lab(), seat, language);
            String sheet = Answers.filled(template, Answers.answersOf(json));
            assertEquals(Optional.empty(), read(template));
            for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
                byte[] saved = (charset == StandardCharsets.UTF_16 ? sheet.substring(1) : sheet).getBytes(charset);
                assertTrue(AnswerSheet.isOne(Arrays.copyOf(saved, Math.min(4096, saved.length))));
                assertEquals(
                        Answers.parse(json),
                        Answers.parse(AnswerSheet.submission(Bytes.of(saved), Answers.LABS)
                                .orElseThrow()
                                .toUtf8()));
            }
        }
    }

    @Test
    void windows1252AndEveryLineEndAreRead() {
        Object wanted = answers(filledCaesar());
        String sheet = Answers.filled(caesar(), Map.of("plaintext", "L’œuf à 5 €", "shift", 3L));
        byte[] saved = sheet.substring(1).getBytes(WINDOWS);

        assertEquals(
                Answers.parse(read(sheet).orElseThrow().toUtf8()),
                Answers.parse(AnswerSheet.submission(Bytes.of(saved), Answers.LABS)
                        .orElseThrow()
                        .toUtf8()));
        assertEquals(wanted, answers(filledCaesar().replace("\r\n", "\n")));
        assertEquals(wanted, answers(filledCaesar().replace("\r\n", "\r")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shift : 3",
                "\u00a0Shift\u00a0:\u202f3\u00a0",
                "SHIFT：3",
                "shift?: 3",
                "shift:\u00ab\u00a03\u00a0\u00bb",
                "shift: \u201c3\u201d",
                "shift:\r\n\r\n  3  ",
                "shift: 3\r\n# a remark"
            })
    void formsOfALineMeanTheSame(String line) {
        assertEquals(
                Map.of("plaintext", "A", "shift", 3L),
                answers(Answers.filled(caesar(), Map.of("plaintext", "A")).replace("\r\nshift: ", "\r\n" + line)));
    }

    @Test
    void theTemplatesOwnColonIsTheLanguages() {
        assertTrue(Answers.template(CAESAR, 1, Language.FR).contains("\r\nshift\u202f: \r\n"));
        assertTrue(caesar().contains("\r\nshift: \r\n"));
        assertTrue(caesar().startsWith("\uFEFF# "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "45 00 00 1f",
                "4500\r\n001F",
                "45:00:00:1f",
                "0x45 0x00\r\n  0x00 0x1f",
                "\u201c4500001f\u201d",
                "\r\nde:ad\r\n"
            })
    void hexIsReadAsItIsCopied(String typed) {
        String wanted = typed.contains("de:ad") ? "dead" : "4500001f";

        assertEquals(
                Map.of("frame", wanted),
                answers(Answers.template(FRAME, 1, Language.EN).replace("frame: ", "frame: " + typed)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A 1\r\nB,\r\n\"C; D\"",
                "A 1, B; « C; D »",
                "[\"A 1\", \"B\", \"C; D\"]",
                "\r\n  A 1\r\n\r\n  B\r\n  “C; D”;"
            })
    void listsAreOneALineOrBetweenCommas(String typed) {
        String sheet = Answers.template(ROBOT, 1, Language.EN).replace("first: \r", "first: " + typed + "\r");

        assertEquals(
                Map.of("first", List.of("A 1", "B", "C; D"), "firstRule", "", "second", List.of(), "secondRule", ""),
                answers(sheet));
    }

    @Test
    void headerKeysMayStandInAnyOrderAndCase() {
        String[] parts = filledCaesar().split("(?<=\\Q ---\\E)\r\n");
        List<String> header = Arrays.asList(parts[1].split("\r\n"));
        java.util.Collections.reverse(header);
        String turned = parts[0] + "\r\n"
                + String.join("\r\n", header).replace("issueId:", "ISSUEID :").replace("keyId:", "keyid\u00a0:");

        assertEquals(read(filledCaesar()), read(turned));
        assertEquals(read(filledCaesar()), read(filledCaesar().replaceAll("--- .*\r\n", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "shift: ,shfit: 4,sheet-key",
        "shift: ,shift: 3%nshfit: 4,sheet-key",
        "shift: ,my shift is three,'-'",
        "plaintext: ,hello%nplaintext: ,sheet-before",
        "plaintext: ,hello: %nplaintext: ,sheet-key",
        "shift: ,shift: 3%nShift: 4,sheet-twice",
        "learner: ,pupil: ,sheet-below",
        "issue: ,issue: a,sheet-changed",
        "issue: ,issue: ٣,sheet-changed",
        "params: ,params: x;,sheet-changed",
        "lab: ,lab: x,sheet-lab",
        "lab-answer/1%ntenant,lab-answer/2%ntenant,sheet-format",
        "keyId: ,#,sheet-header",
        "format: lab,# lab,sheet-no-header"
    })
    void whatIsNotUnderstoodIsRefused(String from, String to, String key) {
        String sheet = filledCaesar().replace(from.replace("%n", "\r\n"), to.replace("%n", "\r\n"));
        if (key.equals("-")) {
            assertEquals("", answers(sheet).get("shift"), "the line is the text's, which the checker judges");
        } else {
            assertEquals(key, refusal(sheet).key());
        }
    }

    @Test
    void anIndentedLineIsNeverAKey() {
        String sheet = caesar().replace("plaintext: ", "plaintext: He said\r\n  nine: at the lamp");

        assertEquals("He said\nnine: at the lamp", answers(sheet).get("plaintext"));
    }

    @Test
    void aFileIsNeverOpened() {
        Catalog labs = Catalog.of(List.of(new FormsLab()));
        String sheet = FormsLab.template().replace("picture: ", "picture: /etc/hostname");

        RefusedException refused =
                assertThrows(RefusedException.class, () -> AnswerSheet.submission(Bytes.utf8(sheet), labs));

        assertEquals("sheet-file", refused.why().key());
    }

    @Test
    void everyShapeCanBeTyped() {
        String sheet = FormsLab.template()
                .replace("big: ", "big: 123456789\r\n01234567890")
                .replace("open: ", "open: oui")
                .replace("colour: ", "colour: Sky-Blue")
                .replace("pairs: ", "pairs: {\"x\": 1, \"y\": 2}\r\n{\"x\": 3, \"y\": 4}")
                .replace("rows: ", "rows: 1, 2\r\n3")
                .replace("note: ", "note: -")
                .replace("keys: ", "keys: 0xde 0xad, be:ef");

        Map<?, ?> answers =
                Answers.answersOf(AnswerSheet.submission(Bytes.utf8(sheet), Catalog.of(List.of(new FormsLab())))
                        .orElseThrow()
                        .toUtf8());

        assertEquals("12345678901234567890", answers.get("big"));
        assertEquals(true, answers.get("open"));
        assertEquals("sky-blue", answers.get("colour"));
        assertEquals(List.of(Map.of("x", 1L, "y", 2L), Map.of("x", 3L, "y", 4L)), answers.get("pairs"));
        assertEquals(List.of(List.of(1L, 2L), List.of(3L)), answers.get("rows"));
        assertEquals(List.of("dead", "beef"), answers.get("keys"));
        assertFalse(answers.containsKey("note"));
        assertEquals("", answers.get("picture"));
    }

    @Test
    void badJsonIsRefusedWithItsLine() {
        String sheet = FormsLab.template().replace("pairs: ", "pairs: [{");

        RefusedException refused = assertThrows(
                RefusedException.class,
                () -> AnswerSheet.submission(Bytes.utf8(sheet), Catalog.of(List.of(new FormsLab()))));

        assertEquals("sheet-json", refused.why().key());
        assertEquals("pairs", refused.why().arguments().get("name"));
    }

    @Test
    void whatIsTooLargeOrNoTextIsRefused() {
        assertEquals("sheet-too-large", refusal("x".repeat((1 << 20) + 1)).key());
        assertEquals("sheet-encoding", refusal("a\0b").key());
        assertEquals("sheet-no-header", refusal("").key());
        assertEquals("sheet-no-header", refusal(":".repeat(1 << 20)).key());
        assertEquals("sheet-no-header", refusal("\n".repeat(1 << 20)).key());
    }

    @Test
    void randomBytesNeverThrowAnythingElse() {
        Random random = new Random(7);
        byte[][] sheets = Stream.of(CAESAR, FRAME, ROBOT)
                .map(lab -> Answers.filled(
                                Answers.template(lab, 1, Language.FR),
                                Map.of("plaintext", "L’ÉTÉ", "shift", 3L, "frame", "00 0x11", "first", "A, «B»"))
                        .getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        int refused = 0;
        for (int i = 0; i < 6000; i++) {
            byte[] bytes = sheets[i % sheets.length].clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                AnswerSheet.isOne(bytes);
                AnswerSheet.submission(Bytes.of(bytes, random.nextInt(4), bytes.length), Answers.LABS);
            } catch (RefusedException why) {
                refused++;
                assertTrue(why.why().key().startsWith("sheet-"), why.why().key());
                for (Language language : Language.values()) {
                    String words = Texts.core(language).say(why.why());
                    assertFalse(words.contains("{") && !words.contains("«") && !words.contains("\""), words);
                }
            }
        }
        assertTrue(refused > 100 && refused < 5900, "refused=" + refused);
    }

    @Test
    void refusalsSayLineFoundAndExpected() {
        Message why = refusal(filledCaesar().replace("shift: ", "shfit: "));

        assertEquals("shfit", why.arguments().get("found"));
        assertEquals("plaintext, shift", why.arguments().get("expected"));
        String line =
                filledCaesar().split("\r\n")[Integer.parseInt(why.arguments().get("line")) - 1];
        assertTrue(line.toLowerCase(Locale.ROOT).startsWith("shift"), line);
    }
}
