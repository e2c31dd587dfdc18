package org.quintain.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Python clients in {@code docs/clients} earn full marks at {@code serve-target}, with each value of a parameter. */
class ClientsTest {
    private static final long TIMEOUT_SECONDS = 120;

    @TempDir
    Path temp;

    @ParameterizedTest
    @CsvSource({
        "padding_oracle.py, crypto.cbc-padding-oracle, blocks=2",
        "length_extension.py, crypto.hash-length-extension, hash=sha256",
        "length_extension.py, crypto.hash-length-extension, hash=sha1",
        "length_extension.py, crypto.hash-length-extension, hash=md5"
    })
    void clientEarnsFullMarks(String client, String lab, String param) throws IOException, InterruptedException {
        for (int seat = 1; seat <= 2; seat++) {
            String verdict = lastLine(client, lab, param, seat);
            assertTrue(verdict.contains("\"earned\": 100"), verdict);
        }
    }

    private String lastLine(String client, String lab, String param, int seat)
            throws IOException, InterruptedException {
        Path out = temp.resolve(client + seat);
        ProcessBuilder builder = new ProcessBuilder(
                "python3",
                Docs.ROOT.resolve("docs/clients").resolve(client).toString(),
                "--",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "org.quintain.app.Main",
                "serve-target",
                lab,
                "--practice",
                Integer.toString(seat),
                "--param",
                param);
        builder.redirectErrorStream(true).redirectOutput(out.toFile());
        Process process = start(builder);
        process.getOutputStream().close();
        assertTrue(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS), "it takes too long: " + client);
        List<String> lines = Files.readAllLines(out, StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), () -> String.join("\n", lines));
        return lines.get(lines.size() - 1);
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException notThere) {
            assumeTrue(false, "python3 is not installed");
            throw new IllegalStateException(notThere);
        }
    }
}
