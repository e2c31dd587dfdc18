package org.quintain.app.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands that the documents show do what the documents say.
 *
 * <p>All blocks under {@code <!-- run -->} of one document run in one empty folder, in order. A line that begins with
 * {@code $} is a command, and must end with exit code 0, or with N under {@code <!-- run: exit N -->}. A line without it
 * must occur in the output of the command above it, in order; … stands for anything. {@code <!-- run: needs python3 -->}
 * leaves a block, and what comes behind it, out where that program is missing.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are those of a POSIX shell")
class DocsShellTest {
    private static final Pattern RUN = Pattern.compile("run(?:: (?:exit (\\d+)|needs (\\S+)))?");
    private static final long TIMEOUT_SECONDS = 300;

    @TempDir
    Path temp;

    private record Command(String line, List<String> output) {}

    @TestFactory
    Stream<DynamicTest> theCommandsOfADocumentDoWhatItSays() {
        return Docs.markdown().stream()
                .filter(file -> Docs.read(file).contains("<!-- run"))
                .map(file -> DynamicTest.dynamicTest(Docs.name(file), () -> run(file)));
    }

    private void run(Path document) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(temp.resolve(Docs.name(document).replace('/', '-')));
        boolean isFrench = Docs.name(document).matches(".*\\.fr\\.md");
        writeLauncher(folder, isFrench ? "fr" : "en");
        Files.createDirectories(folder.resolve("docs/clients"));
        for (Path client : clients()) {
            Files.copy(client, folder.resolve("docs/clients").resolve(client.getFileName()));
        }
        for (Markdown.Block block : Markdown.blocks(Docs.read(document))) {
            Matcher run = RUN.matcher(block.marker());
            if (run.matches()) {
                if (run.group(2) != null) {
                    assumeTrue(isInstalled(run.group(2)), Docs.name(document) + " needs " + run.group(2));
                }
                int exit = run.group(1) == null ? 0 : Integer.parseInt(run.group(1));
                for (Command command : commands(block)) {
                    run(command, exit, folder);
                }
            }
        }
    }

    private static List<Path> clients() throws IOException {
        try (Stream<Path> files = Files.list(Docs.ROOT.resolve("docs/clients"))) {
            return files.filter(file -> file.toString().endsWith(".py")).toList();
        }
    }

    private static List<Command> commands(Markdown.Block block) {
        List<Command> commands = new ArrayList<>();
        for (String line : block.content().split("\n")) {
            Command last = commands.isEmpty() ? null : commands.get(commands.size() - 1);
            if (line.startsWith("$ ")) {
                commands.add(new Command(line.substring(2), new ArrayList<>()));
            } else if (last != null
                    && last.line().endsWith("\\")
                    && last.output().isEmpty()) {
                commands.set(commands.size() - 1, new Command(last.line() + "\n" + line, new ArrayList<>()));
            } else if (!line.isBlank()) {
                last.output().add(line.strip());
            }
        }
        return commands;
    }

    private static void run(Command command, int exit, Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve(".output");
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command.line())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // The locale of a language may not be installed; --lang in the launcher stands for it.
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS), "it takes too long: " + command.line());
        String output = Files.readString(log, StandardCharsets.UTF_8);
        String seen = "$ " + command.line() + "\n" + output + "[exit " + process.exitValue() + "]";
        assertTrue(process.exitValue() == exit, "exit code " + exit + " wanted:\n" + seen);
        List<String> rest = output.lines().map(String::strip).toList();
        for (String line : command.output()) {
            Pattern wanted = Pattern.compile(Stream.of(line.split("…", -1))
                    .map(Pattern::quote)
                    .reduce((a, b) -> a + ".*" + b)
                    .orElse(""));
            int at = 0;
            while (at < rest.size() && !wanted.matcher(rest.get(at)).matches()) {
                at++;
            }
            assertTrue(at < rest.size(), "a line wanted: " + line + "\n" + seen);
            rest = rest.subList(at + 1, rest.size());
        }
    }

    /** Stands for the launcher, with the classes under test. */
    private static void writeLauncher(Path folder, String language) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path launcher = Files.writeString(
                folder.resolve("quintain"),
                "#!/bin/sh\nexec '" + java + "' -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8"
                        + " -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"
                        + " -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8"
                        + " -cp '" + System.getProperty("java.class.path") + "' org.quintain.app.Main --lang "
                        + language + " \"$@\"\n");
        assertTrue(launcher.toFile().setExecutable(true));
    }

    private static boolean isInstalled(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
