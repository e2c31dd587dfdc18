package org.quintain.app.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quintain.app.CommandLineRun;
import org.quintain.app.Console;
import org.quintain.app.Exit;
import org.quintain.app.Solutions;
import org.quintain.app.toy.DoorLab;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.serve.Handout;

/** From a hand-in to its replay, and from a graded class to its replays, through the command line. */
class ReplayCommandTest {
    private static final Catalog LABS = Catalog.of(List.of(new DoorLab(), new LampLab()));

    @TempDir
    private Path dir;

    private String out;
    private String err;

    @BeforeEach
    void aCourseWithTwoLearners() throws IOException {
        assertEquals(Exit.OK, run("key", "new", path("key")), err);
        Files.writeString(dir.resolve("roster.csv"), "learner,name\nada,Ada B\nAUX,Élodie M\n");
        for (String lab : List.of("test.lamp", "test.door")) {
            int code = run(
                    "issue",
                    lab,
                    "--course",
                    "c1",
                    "--key",
                    path("key"),
                    "--roster",
                    path("roster.csv"),
                    "--out",
                    path("course"));
            assertEquals(Exit.OK, code, err);
        }
        handIn("ada", 1);
    }

    private String path(String name) {
        return dir.resolve(name).toString();
    }

    private int run(String... args) {
        ByteArrayOutputStream toOut = new ByteArrayOutputStream();
        ByteArrayOutputStream toErr = new ByteArrayOutputStream();
        Console console = new Console(
                InputStream.nullInputStream(),
                new PrintStream(toOut, true, StandardCharsets.UTF_8),
                new PrintStream(toErr, true, StandardCharsets.UTF_8),
                Map.of("LANG", "en_GB.UTF-8"),
                false,
                () -> LABS,
                () -> new Solutions(List.of()));
        int code = CommandLineRun.run(args, console);
        out = toOut.toString(StandardCharsets.UTF_8);
        err = toErr.toString(StandardCharsets.UTF_8);
        return code;
    }

    private int replay(String file, String... more) {
        List<String> all = new ArrayList<>(List.of("replay", path(file), "--course", path("course/course.json")));
        all.addAll(List.of("--key", path("key"), "--out", path("replays")));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    private int grade(String... more) {
        List<String> all = new ArrayList<>(List.of("grade", path("course"), "--course", path("course/course.json")));
        all.addAll(List.of("--key", path("key"), "--out", path("results")));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    /** The handout tells all but the learner's own address, which the card would; it is in the heading of the frames. */
    private void handIn(String learner, int lies) throws IOException {
        Path folder = folder(learner);
        Handout handout = Handout.read(Bytes.of(Files.readAllBytes(folder.resolve("handout.json"))));
        LampLab.Challenge challenge = CommandLineRun.challenge(path("key"), handout, LABS);
        Files.writeString(folder.resolve("submission.json"), handout.submission(LampAttack.poison(challenge, lies)));
    }

    private Path folder(String learner) {
        return dir.resolve("course").resolve(learner).resolve("test.lamp");
    }

    private List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(dir.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aHandInIsReplayedAsAPageAndACapture() throws IOException {
        assertEquals(Exit.OK, replay("course/ada/test.lamp/submission.json"), err);
        List<String> names = names("replays");
        assertEquals(2, names.size(), names::toString);
        assertTrue(names.get(0).matches("replay-test\\.lamp-[0-9a-f]{20}\\.html"), names::toString);
        String page = Files.readString(dir.resolve("replays").resolve(names.get(0)));
        assertTrue(page.contains("✱ forged: "), page);
        assertTrue(page.contains("href=\"" + names.get(1) + "\""), page);
        assertTrue(page.contains("ada · test.lamp"), page);
        assertTrue(out.contains(names.get(0)), out);
    }

    @Test
    void aNeighboursFileTakesNoReplayFromItsOwner() throws IOException {
        String neighbour = names("course").stream()
                .filter(name -> Files.isDirectory(dir.resolve("course").resolve(name)) && !name.equals("ada"))
                .findFirst()
                .orElseThrow();
        assertTrue(neighbour.compareTo("ada") < 0, "the copy is to be read first: " + neighbour);
        Files.copy(
                folder("ada").resolve("submission.json"),
                folder(neighbour).resolve("submission.json"),
                StandardCopyOption.REPLACE_EXISTING);

        grade("--replays");

        assertEquals(
                1,
                names("results/replays").stream()
                        .filter(name -> name.endsWith(".html"))
                        .count());
        String page = names("results/replays").get(0);
        assertTrue(page.matches("replay-test\\.lamp-[0-9a-f]{20}\\.html"), page);
        assertTrue(Files.readString(dir.resolve("results/report.html")).contains("replays/" + page), page);
    }

    @Test
    void replayingTwiceGivesTheSameBytes() throws IOException {
        replay("course/ada/test.lamp/submission.json");
        Path page = dir.resolve("replays").resolve(names("replays").get(0));
        String first = Files.readString(page);
        replay("course/ada/test.lamp/submission.json");
        assertEquals(first, Files.readString(page));
    }

    @Test
    void whatCannotBeReplayedIsRefusedWithAReason() throws IOException {
        Files.writeString(dir.resolve("course/ada/test.door/submission.json"), "{\"lab\":\"test.door\"}");
        Path door = dir.resolve("course/ada/test.door/submission.json");
        String handIn = Files.readString(folder("ada").resolve("submission.json"));
        Files.writeString(door, handIn.replace("test.lamp", "test.door"));
        assertEquals(Exit.USAGE, replay("course/ada/test.door/submission.json"));
        assertTrue(err.contains("test.door has no simulated network"), err);

        Files.writeString(dir.resolve("other.json"), handIn.replaceFirst("\"issueId\": ?\"....", "\"issueId\":\"0000"));
        assertEquals(Exit.USAGE, replay("other.json"));
        assertTrue(err.contains("not replayed"), err);
        assertEquals(Exit.USAGE, run("replay", path("other.json")));
        assertTrue(err.contains("--course"), err);
        assertEquals(Exit.IO, replay("missing.json"));
        assertFalse(Files.exists(dir.resolve("replays")));
    }

    @Test
    void aGradedClassHasItsReplaysBesideTheReport() throws IOException {
        handIn(auxFolder(), 2);
        assertEquals(Exit.OK, grade("--replays"), err);
        assertEquals(4, names("results/replays").size());
        String report = Files.readString(dir.resolve("results/report.html"));
        for (String name : names("results/replays")) {
            assertEquals(name.endsWith(".html"), report.contains("href=\"replays/" + name + "\""), name);
        }
        assertTrue(out.contains("Replays: 2"), out);
        assertFalse(report.contains("quintain grade --replays"));

        assertEquals(Exit.OK, grade(), err);
        assertEquals(List.of(), names("results/replays"));
        String plain = Files.readString(dir.resolve("results/report.html"));
        assertTrue(plain.contains("quintain grade --replays"), plain);
        assertFalse(plain.contains("href=\"replays/"), plain);
    }

    private String auxFolder() throws IOException {
        return names("course").stream()
                .filter(name -> name.toLowerCase(java.util.Locale.ROOT).contains("aux"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void pseudonymousReplaysNameNobody() throws IOException {
        assertEquals(Exit.OK, grade("--replays", "--pseudonyms"), err);
        for (String name : names("results/replays")) {
            assertFalse(name.contains("ada"));
            String content =
                    Files.readString(dir.resolve("results/replays").resolve(name), StandardCharsets.ISO_8859_1);
            assertFalse(content.matches("(?s).*\\bada\\b.*"), name);
        }
        assertEquals(2, names("results/replays").size());
    }

    @Test
    void aPracticeSessionIsReplayedWithoutAKey() throws IOException {
        Files.createDirectories(dir.resolve("rec"));
        String calls = "{\"id\":1,\"on\":\"card\",\"call\":\"send\",\"args\":[\"" + "ff".repeat(6) + "020000000001"
                + "0806" + "00".repeat(46)
                + "\"]}\n{\"id\":2,\"on\":\"card\",\"call\":\"advance\",\"args\":[3000000]}\n";
        assertEquals(
                Exit.OK,
                CommandLineRun.typing(
                        calls, LABS, "serve-target", "test.lamp", "--practice", "2", "--record", path("rec")));
        assertEquals(
                Exit.OK,
                run("replay", "test.lamp", "--practice", "2", "--evidence", path("rec"), "--out", path("replays")),
                err);
        String page =
                Files.readString(dir.resolve("replays").resolve(names("replays").get(0)));
        assertTrue(page.contains("The learner’s session"), page);
        assertTrue(page.contains("✱ forged: "), page);
    }
}
