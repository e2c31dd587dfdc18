package org.quintain.net.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks tshark what it reads in a capture. Without it at /usr/bin/tshark the asking test is skipped, and says so. */
public final class Tshark {
    private static final Path PROGRAM = Path.of("/usr/bin/tshark");

    private Tshark() {}

    /**
     * What it reads, a row for a packet and a text for a field; several values of a field stand between commas.
     *
     * @param capture pcap or pcapng
     * @param fields by their names in tshark
     */
    public static List<List<String>> fields(byte[] capture, String... fields) {
        List<String> arguments = new ArrayList<>(List.of("-T", "fields", "-E", "occurrence=a"));
        for (String field : fields) {
            arguments.addAll(List.of("-e", field));
        }
        return run(capture, arguments)
                .lines()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    /** How many packets it reads, and how many of them it calls malformed or gives an expert note of level error. */
    public static int faulty(byte[] capture) {
        String wrong = "_ws.malformed || _ws.expert.severity >= 8388608 || ip.checksum.status == \"Bad\""
                + " || udp.checksum.status == \"Bad\" || tcp.checksum.status == \"Bad\"";
        List<String> arguments = new ArrayList<>(CHECKSUMS);
        arguments.addAll(List.of("-Y", wrong));
        return (int) run(capture, arguments).lines().count();
    }

    private static final List<String> CHECKSUMS =
            List.of("-o", "ip.check_checksum:TRUE", "-o", "udp.check_checksum:TRUE", "-o", "tcp.check_checksum:TRUE");

    private static String run(byte[] capture, List<String> arguments) {
        assumeTrue(Files.isExecutable(PROGRAM), "skipped: there is no " + PROGRAM);
        try {
            Path file = Files.createTempFile("quintain", ".pcap");
            try {
                Files.write(file, capture);
                List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "-n", "-r", file.toString()));
                command.addAll(arguments);
                Process process = new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertEquals(0, process.waitFor(), () -> command + " " + out);
                return out;
            } finally {
                Files.delete(file);
            }
        } catch (IOException | InterruptedException noAnswer) {
            throw new IllegalStateException(noAnswer);
        }
    }
}
