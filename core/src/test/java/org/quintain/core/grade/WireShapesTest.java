package org.quintain.core.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quintain.core.Bytes;
import org.quintain.core.Faulted;
import org.quintain.core.Language;
import org.quintain.core.Message;
import org.quintain.core.Outcome;
import org.quintain.core.Params;
import org.quintain.core.RefusedException;
import org.quintain.core.Seat;
import org.quintain.core.Usage;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.derive.SeatKey;
import org.quintain.core.serve.Handout;
import org.quintain.core.serve.Remote;
import org.quintain.core.serve.Session;
import org.quintain.core.serve.Transcript;
import org.quintain.core.serve.TranscriptStore;
import org.quintain.core.toys.Toys;
import org.quintain.core.toys.gate.GateAttack;
import org.quintain.core.toys.gate.GateLab;
import org.quintain.core.toys.vault.VaultAttack;
import org.quintain.core.toys.vault.VaultLab;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;

/** The wire shapes: schemas, conformance examples, our readers and our writers say the same. */
class WireShapesTest {
    private static final Path SCHEMAS = Path.of("../docs/schema");
    private static final Path VALID = SCHEMAS.resolve("examples/valid");
    private static final Path INVALID = SCHEMAS.resolve("examples/invalid");
    private static final String NO_REPLY = "a reply to the call wanted: ";

    private static final Validator VALIDATOR =
            new ValidatorFactory().withJsonNodeFactory(new PlainNode.Factory()).createValidator();
    private static final Map<String, URI> BY_NAME = register();

    private static SortedMap<String, URI> register() {
        SortedMap<String, URI> schemas = new TreeMap<>();
        for (Path file : files(SCHEMAS)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".schema.json")) {
                schemas.put(name.replace(".schema.json", ""), VALIDATOR.registerSchema(plain(read(file))));
            }
        }
        return schemas;
    }

    /** Read by our own reader: no parser of the validator's takes part. */
    private static PlainNode plain(String json) {
        return new PlainNode(Json.parse(Bytes.utf8(json), Limits.OWN_FILE), "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException cannotList) {
            throw new UncheckedIOException(cannotList);
        }
    }

    static List<String> valid() {
        return files(VALID).stream().map(file -> file.getFileName().toString()).toList();
    }

    static List<String> invalid() {
        return files(INVALID).stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    /** The documents of an example: one, or one a line. */
    private static List<String> documents(Path file) {
        String text = read(file);
        return file.toString().endsWith(".jsonl") ? text.lines().toList() : List.of(text);
    }

    private static String shape(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    private static Validator.Result validate(String shape, String document) {
        return VALIDATOR.validate(BY_NAME.get(shape), plain(document));
    }

    private static String errors(Validator.Result result) {
        StringBuilder out = new StringBuilder();
        result.getErrors()
                .forEach(error -> out.append(error.getInstanceLocation())
                        .append(' ')
                        .append(error.getError())
                        .append('\n'));
        return out.toString();
    }

    // Our readers.

    private static void readWithOurs(String name, String text) {
        Bytes bytes = Bytes.utf8(text);
        switch (shape(name)) {
            case "lab-handout-1" -> Handout.read(bytes);
            case "lab-submission-1" -> Submission.read(bytes);
            case "lab-course-1" -> Course.read(bytes);
            case "lab-entry-1" -> text.lines().forEach(line -> EntryJson.read(Bytes.utf8(line), name));
            case "lab-row-1" -> text.lines().forEach(RowJson::read);
            case "lab-evidence-1" -> Transcript.of(bytes).verify(gateKey());
            case "lab-call-1" -> text.lines().forEach(line -> readCall(name, line));
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static SeatKey gateKey() {
        return CourseKey.of(Toys.KEY).seatKey(Toys.ADA, "toy.gate", 2, Map.of());
    }

    private static void readCall(String name, String line) {
        if (name.contains("reply")) {
            try {
                Remote.submit(call -> line, new GateLab.Answer("x"));
            } catch (IllegalStateException notOurs) {
                if (notOurs.getMessage().startsWith(NO_REPLY)) {
                    throw new RefusedException(Message.of("reply"));
                }
            } catch (RuntimeException whatTheReplySays) {
                assertFalse(whatTheReplySays instanceof ClassCastException);
            }
        } else if (line.contains("\"call\"") || name.startsWith("lab-call-1.call")) {
            String reply = Toys.issuer().open(Toys.ADA, "toy.gate", Map.of()).call(line);
            if ("bad-call".equals(Toys.parse(reply).get("error"))) {
                throw new RefusedException(Message.of("call"));
            }
        }
    }

    @Test
    void everySchemaIsOneOfTheSeven() {
        assertEquals(
                List.of(
                        "lab-call-1",
                        "lab-course-1",
                        "lab-entry-1",
                        "lab-evidence-1",
                        "lab-handout-1",
                        "lab-row-1",
                        "lab-submission-1"),
                List.copyOf(BY_NAME.keySet()));
    }

    @Test
    void everySchemaIsAValidSchema() {
        for (Path file : files(SCHEMAS)) {
            if (file.toString().endsWith(".schema.json")) {
                Validator.Result result = VALIDATOR.validate(
                        URI.create("https://json-schema.org/draft/2020-12/schema"), plain(read(file)));
                assertTrue(result.isValid(), file + " " + errors(result));
            }
        }
    }

    @Test
    void everyPropertyOfEverySchemaIsDescribed() {
        for (Path file : files(SCHEMAS)) {
            if (file.toString().endsWith(".schema.json")) {
                requireDescriptions(
                        file.getFileName().toString(), plain(read(file)).tree());
            }
        }
    }

    private static void requireDescriptions(String at, Object node) {
        if (node instanceof Map<?, ?> map) {
            boolean isTexts = at.endsWith("/texts") || at.endsWith("/if");
            if (map.get("properties") instanceof Map<?, ?> properties && !isTexts) {
                properties.forEach((name, form) -> assertTrue(
                        ((Map<?, ?>) form).containsKey("description") || ((Map<?, ?>) form).containsKey("$ref"),
                        at + "/" + name));
            }
            map.forEach((name, value) -> requireDescriptions(at + "/" + name, value));
        } else if (node instanceof List<?> list) {
            list.forEach(element -> requireDescriptions(at, element));
        }
    }

    @ParameterizedTest
    @MethodSource("valid")
    void validExampleIsAcceptedByItsSchema(String name) {
        for (String document : documents(VALID.resolve(name))) {
            Validator.Result result = validate(shape(name), document);
            assertTrue(result.isValid(), errors(result));
        }
    }

    @ParameterizedTest
    @MethodSource("valid")
    void validExampleIsAcceptedByOurReader(String name) {
        readWithOurs(name, read(VALID.resolve(name)));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void invalidExampleIsRefusedByItsSchema(String name) {
        assertFalse(validate(shape(name), read(INVALID.resolve(name))).isValid());
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void invalidExampleIsRefusedByOurReader(String name) {
        assertThrows(RefusedException.class, () -> readWithOurs(name, read(INVALID.resolve(name))));
    }

    @Test
    void everyShapeHasValidAndInvalidExamples() {
        for (String shape : BY_NAME.keySet()) {
            assertTrue(valid().stream().anyMatch(name -> shape(name).equals(shape)), shape);
            assertTrue(invalid().stream().anyMatch(name -> shape(name).equals(shape)), shape);
        }
    }

    // Our writers.

    /** What the library writes, by the name of its example. */
    private static SortedMap<String, String> written() {
        SortedMap<String, String> out = new TreeMap<>();
        Params params = Params.of(VaultLab.LENGTH, 9);
        Handout vault = Toys.issuer().handout(Toys.ADA, Toys.VAULT, params);
        VaultLab.Answer answer = new VaultAttack(Toys.VAULT)
                .run(Toys.issuer().open(Toys.ADA, Toys.VAULT, params).challenge());
        out.put("lab-handout-1.english.json", vault.toJson(Toys.VAULT, Language.EN));
        out.put(
                "lab-handout-1.french.json",
                Toys.issuer()
                        .handout(new Seat("uni-a", "crypto-101", "\u00e9lodie", 2), Toys.GATE, Params.none())
                        .toJson(Toys.GATE, Language.FR));
        out.put("lab-submission-1.template.json", vault.submissionTemplate());
        out.put("lab-submission-1.answer.json", vault.submission(answer));
        Course course = new Course(
                "uni-a",
                "crypto-101",
                CourseKey.of(Toys.KEY).keyId(),
                List.of(Assignment.of("toy.vault", 1, Map.of("length", "9")), Assignment.of("toy.gate", 1, Map.of())),
                List.of(new Learner("ada", "Ada L.", "ada@uni-a.example", "g1", "en"), Learner.of("\u00e9lodie")));
        out.put("lab-course-1.plan.json", course.toJson());
        rows(course, vault, answer, out);
        calls(out);
        out.put("lab-entry-1.entries.jsonl", entries(vault, answer, out.get("lab-evidence-1.session.jsonl")));
        return out;
    }

    private static String entries(Handout vault, VaultLab.Answer answer, String evidence) {
        Bytes indented = Bytes.utf8(vault.submission(answer));
        Bytes compact = Bytes.utf8(Json.write(Json.parse(indented, Limits.SUBMISSION)));
        Entry known = new Entry(
                "attempt 17",
                Optional.of("ada"),
                compact,
                Optional.of(Instant.parse("2026-10-01T08:00:00Z")),
                java.util.Set.of("1", "2"),
                Optional.empty());
        return EntryJson.write(known)
                + "\n"
                + EntryJson.write(Entry.of("attempt 18", indented).with(Transcript.of(Bytes.utf8(evidence))))
                + "\n"
                + EntryJson.write(Entry.of("attempt 19", Bytes.of((byte) 0xff, (byte) 0xfe, (byte) '{'))
                        .from("ada"))
                + "\n";
    }

    private static void rows(Course course, Handout vault, VaultLab.Answer answer, Map<String, String> out) {
        Grader grader = Grader.open(Toys.KEY, Toys.LABS, course);
        Row judged = grader.grade(Entry.of("ada/vault.json", Bytes.utf8(vault.submission(answer))));
        Row rejected = grader.grade(Entry.of("ada/empty.json", Bytes.of()).from("ada"));
        out.put(
                "lab-row-1.rows.jsonl",
                line(judged, judged.outcome(), "2026-10-01T08:00:00Z")
                        + line(rejected, rejected.outcome(), "2026-10-01T08:00:00.123Z")
                        + line(judged, new Faulted("1a2b3c4d", "java.lang.IllegalStateException"), null));
    }

    private static String line(Row row, Outcome outcome, String receivedAt) {
        return RowJson.write(
                        new Row(
                                row.origin(),
                                row.seat(),
                                row.lab(),
                                row.contentVersion(),
                                row.issueId(),
                                outcome,
                                row.earned(),
                                row.max(),
                                row.hintCost(),
                                row.submissionSha256(),
                                "0.1.0",
                                Optional.ofNullable(receivedAt).map(Instant::parse),
                                new Usage(0, 0, 0),
                                outcome instanceof org.quintain.core.Verdict
                                        ? Optional.of("0123456789abcdef".repeat(2))
                                        : Optional.empty()),
                        Toys.LABS)
                + "\n";
    }

    private static void calls(Map<String, String> out) {
        StringBuilder lines = new StringBuilder();
        Session<?, ?> session = Toys.issuer().serve(Toys.ADA, "toy.gate", Map.of(), TranscriptStore.inMemory());
        GateLab.Challenge gate = Remote.connect(GateLab.Challenge.class, line -> {
            String reply = session.call(line);
            lines.append(line).append('\n').append(reply).append('\n');
            return reply;
        });
        GateLab.Answer answer = new GateAttack().run(gate);
        assertThrows(RefusedException.class, () -> gate.telephone().hotline().say(""));
        assertThrows(IllegalStateException.class, () -> gate.telephone().broken());
        Remote.submit(
                line -> {
                    String reply = session.call(line);
                    lines.append(line).append('\n').append(reply).append('\n');
                    return reply;
                },
                answer);
        out.put("lab-call-1.session.jsonl", lines.toString());
        out.put("lab-evidence-1.session.jsonl", session.transcript().toBytes().toUtf8());
    }

    /** The incident name of a fault depends on a line number in the source: it differs from build to build. */
    private static String comparable(String text) {
        return text.replaceAll("(incident[\\\\\":]+)[0-9a-f]{8}", "$100000000").replaceAll("[0-9a-f]{32}", "seal");
    }

    @Test
    void examplesAreWhatTheLibraryWrites() throws IOException {
        for (Map.Entry<String, String> one : written().entrySet()) {
            Path file = VALID.resolve(one.getKey());
            if (Boolean.getBoolean("quintain.schema.write")) {
                Files.writeString(file, one.getValue());
            }
            assertEquals(
                    comparable(read(file)),
                    comparable(one.getValue()),
                    "Write the examples again with -Dquintain.schema.write=true and look at what changed: " + file);
        }
    }

    @Test
    void whatTheLibraryWritesFitsTheSchemas() {
        written().forEach((name, text) -> {
            for (String document : name.endsWith(".jsonl") ? text.lines().toList() : List.of(text)) {
                Validator.Result result = validate(shape(name), document);
                assertTrue(result.isValid(), name + " " + errors(result));
            }
        });
    }
}
