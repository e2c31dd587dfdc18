package org.quintain.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quintain.app.hostile.Case;
import org.quintain.app.hostile.Delivery;
import org.quintain.app.hostile.Expected;
import org.quintain.app.hostile.Findings;
import org.quintain.app.hostile.School;
import org.quintain.app.hostile.Trial;
import org.quintain.core.Faulted;
import org.quintain.core.grade.Row;
import org.quintain.core.grade.RowJson;

/**
 * Every case of {@code app/src/test/hostile}, through the API and through the command.
 *
 * <p>{@code -Dquintain.hostile.write=true} writes {@code docs/hostile-input.md} anew.
 */
class HostileTest {
    private static final Pattern OURS = Pattern.compile("\\b[\\w.]*[a-z](Exception|Error)\\b|\\bat (java|org|jdk)\\.");
    private static final Pattern MARKUP = Pattern.compile(
            "<(script|img|iframe|object|embed|form|base)| on\\w+=\"|(href|src)=\"(?!#|[a-z0-9-]+\\.html)");
    private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"|[^,\r\n]+");
    private static final Pattern FORMULA = Pattern.compile("^\"?[\\h\\s\uFFFD]*[=+@\uFF1D\uFF0B\uFF20-]");

    /** The rows of good hand-ins alone, in an archive or not. */
    private static final Map<Boolean, Map<String, String>> ALONE = new HashMap<>();

    @TempDir
    private Path temp;

    private String out;
    private String err;

    static List<Case> cases() {
        return Case.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theApiRejectsItOrGivesNoUndeservedPoint(Case one) {
        Trial trial = Trial.of(one, temp);
        assertEquals(List.of(), trial.mistakes());
        Assumptions.assumeTrue(trial.skipped().isEmpty(), trial::skipped);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> runs() {
        return Case.groups().stream()
                .flatMap(group -> Stream.of("en", "fr")
                        .map(language -> org.junit.jupiter.params.provider.Arguments.of(group, language)));
    }

    /** In English as a folder, in French as an archive of it. */
    @ParameterizedTest
    @MethodSource("runs")
    void theCommandGradesAWholeGroup(String group, String language) throws IOException {
        boolean isZip = language.equals("fr");
        List<Case> cases = Case.in(group).stream()
                .filter(one -> !isZip || !one.as().matches("zip|disk"))
                .toList();
        Delivery delivery = new Delivery(temp.resolve("in"), temp.resolve("evidence"));
        delivery.good();
        if (!ALONE.containsKey(isZip)) {
            ALONE.put(isZip, graded("alone", language, isZip, cases));
        }
        Map<String, String> alone = ALONE.get(isZip);
        for (Case one : cases) {
            delivery.put(one, one.learner());
        }

        Map<String, String> rows = graded("with", language, isZip, cases);

        alone.forEach((origin, row) -> assertEquals(row, rows.get(origin), "a row of somebody else"));
        List<String> mistakes = new ArrayList<>();
        Set<String> claimed = new TreeSet<>(alone.keySet());
        for (Delivery.Given given : delivery.given()) {
            List<Row> its = new ArrayList<>();
            rows.forEach((origin, row) -> {
                if (origin.startsWith(given.path()) || given.one().isRecipe() && origin.contains(given.path())) {
                    its.add(RowJson.read(row));
                    claimed.add(origin);
                }
            });
            Expected.mistake(given, its).ifPresent(mistakes::add);
        }
        assertEquals(List.of(), mistakes);
        Set<String> unclaimed = new TreeSet<>(rows.keySet());
        unclaimed.removeAll(claimed);
        assertEquals(Set.of(), unclaimed, "rows of no case");
        nothingLeaksOut();
    }

    private Map<String, String> graded(String name, String language, boolean isZip, List<Case> cases)
            throws IOException {
        Delivery.plan(temp, cases.stream().map(Case::learner).distinct().toList());
        if (!Files.exists(temp.resolve("key"))) {
            Files.writeString(temp.resolve("key"), School.KEY.toHex() + "\n");
            temp.resolve("key").toFile().setReadable(false, false);
            temp.resolve("key").toFile().setReadable(true, true);
        }
        Path source = isZip ? zipped() : temp.resolve("in");
        int code = run(
                "grade",
                source.toString(),
                "--course",
                temp.resolve("course.json").toString(),
                "--key",
                temp.resolve("key").toString(),
                "--evidence",
                temp.resolve("evidence").toString(),
                "--until",
                "2026-10-25T02:30",
                "--out",
                temp.resolve(name).toString(),
                "--sheets",
                "--lang",
                language);
        assertEquals(Exit.OK, code, err);
        return Trial.rows(temp.resolve(name));
    }

    private Path zipped() throws IOException {
        Path zip = temp.resolve("in.zip");
        try (ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(zip));
                Stream<Path> files = Files.walk(temp.resolve("in"))) {
            // Stored as they are: what would be packed too tightly is a case of its own.
            to.setLevel(0);
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                ZipEntry entry = new ZipEntry(
                        temp.resolve("in").relativize(file).toString().replace('\\', '/'));
                entry.setLastModifiedTime(Files.getLastModifiedTime(file));
                to.putNextEntry(entry);
                Files.copy(file, to);
                to.closeEntry();
            }
        }
        return zip;
    }

    private int run(String... args) {
        ByteArrayOutputStream toOut = new ByteArrayOutputStream();
        ByteArrayOutputStream toErr = new ByteArrayOutputStream();
        int code = Main.run(args, InputStream.nullInputStream(), toOut, toErr, Map.of("LANG", "en_GB.UTF-8"));
        out = toOut.toString(StandardCharsets.UTF_8);
        err = toErr.toString(StandardCharsets.UTF_8);
        return code;
    }

    private void nothingLeaksOut() throws IOException {
        List<String> pages;
        try (Stream<Path> files = Files.walk(temp.resolve("with"))) {
            pages = files.filter(file -> file.toString().endsWith(".html"))
                    .map(HostileTest::read)
                    .toList();
        }
        assertTrue(pages.size() >= 2, "the report and the sheets");
        String gradebook = Files.readString(temp.resolve("with/gradebook.csv"));
        String moodle = Files.readString(temp.resolve("with/moodle.csv"));
        List<String> texts = new ArrayList<>(List.of(out, err, gradebook, moodle));
        texts.addAll(pages);
        for (String text : texts) {
            assertFalse(OURS.matcher(text).find(), () -> "an exception: " + text);
            assertEquals(List.of(), unfit(text));
        }
        Files.readAllLines(temp.resolve("with/rows.jsonl")).forEach(row -> {
            assertFalse(RowJson.read(row).outcome() instanceof Faulted, row);
            assertFalse(OURS.matcher(row).find(), row);
        });
        for (String page : pages) {
            MARKUP.matcher(page).results().findFirst().ifPresent(hit -> {
                throw new AssertionError(
                        "markup: " + page.substring(hit.start(), Math.min(page.length(), hit.end() + 80)));
            });
        }
        for (String table : List.of(gradebook, moodle)) {
            CELL.matcher(table)
                    .results()
                    .forEach(cell -> assertFalse(FORMULA.matcher(cell.group()).find(), cell.group()));
            assertFalse(table.contains(";"), "a spreadsheet that splits at semicolons sees no further cell");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException cannotRead) {
            throw new java.io.UncheckedIOException(cannotRead);
        }
    }

    /** Control characters but line ends, and bidirectional ones. */
    private static List<String> unfit(String text) {
        return text.codePoints()
                .filter(c -> Character.getType(c) == Character.CONTROL && c != '\n' && c != '\r'
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.SURROGATE)
                .mapToObj(Integer::toHexString)
                .distinct()
                .toList();
    }

    /** The archive is what the teacher names, not one file among others. */
    @ParameterizedTest
    @CsvSource({
        "60000-files.recipe, zip-entries",
        "bomb-by-size.recipe, zip-size",
        "encrypted.recipe, zip-encrypted",
        "truncated.recipe, zip-unreadable"
    })
    void anArchiveThatIsRefusedAsAWholeLeavesNothingBehind(String recipe, String key) throws IOException {
        Case one = Case.in("folders").stream()
                .filter(each -> each.file().equals(recipe))
                .findFirst()
                .orElseThrow();
        Delivery delivery = new Delivery(temp.resolve("in"), temp.resolve("evidence"));
        delivery.put(one, one.learner());
        graded("other", "en", false, List.of(one));
        int code = run(
                "grade",
                temp.resolve("in/" + one.learner() + "/hand-in.zip").toString(),
                "--course",
                temp.resolve("course.json").toString(),
                "--key",
                temp.resolve("key").toString(),
                "--out",
                temp.resolve("with").toString());
        assertEquals(Exit.USAGE, code);
        assertTrue(err.lines().count() == 1 && !OURS.matcher(err).find(), err);
        assertTrue(org.quintain.core.text.Texts.core(org.quintain.core.Language.EN)
                .places(key)
                .isPresent());
        assertFalse(Files.exists(temp.resolve("with")), "nothing was written");
    }

    @Test
    void thePageSaysWhatHappens() throws IOException {
        String page = Findings.page(one -> Trial.of(one, temp.resolve(one.learner())));
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("app/src/test/hostile"))) {
            root = root.getParent();
        }
        Files.createDirectories(root.resolve("app/target"));
        Files.writeString(root.resolve("app/target/hostile.md"), page);
        Path committed = root.resolve("docs/hostile-input.md");
        if (Boolean.getBoolean("quintain.hostile.write")) {
            Files.writeString(committed, page);
        }
        assertEquals(
                page,
                Files.exists(committed) ? Files.readString(committed) : "",
                "write it anew with -Dquintain.hostile.write=true");
    }
}
