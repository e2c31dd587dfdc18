package org.quintain.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quintain.core.Bytes;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;

class ServeTargetTest {
    private static final String OPEN = "{\"id\":1,\"on\":\"door\",\"call\":\"open\",\"args\":[7]}";
    private static final String USAGE = "{\"id\":2,\"on\":\"session\",\"call\":\"usage\",\"args\":[]}";

    @TempDir
    Path folder;

    private static List<String> replies(Shell shell, String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "serve-target";
        args[1] = "test.door";
        System.arraycopy(options, 0, args, 2, options.length);
        assertEquals(Exit.OK, shell.run(args), shell.err());
        shell.out().lines().forEach(line -> Json.parseObject(Bytes.utf8(line), Limits.OWN_FILE));
        return shell.out().lines().toList();
    }

    @Test
    void eachLineGetsOneReplyAndNothingElseIsOnStandardOutput() {
        Shell shell = Shell.english().typing(OPEN, "", USAGE);
        List<String> replies = replies(shell, "--practice", "1");

        assertEquals(2, replies.size());
        assertTrue(replies.get(0).startsWith("{\"id\":1,\"result\":"), replies.get(0));
        assertEquals("{\"id\":2,\"result\":{\"queries\":1,\"packets\":0,\"virtualMicros\":0}}", replies.get(1));
        assertTrue(shell.err().startsWith("Serving test.door, instance "), shell.err());
    }

    @Test
    void junkLinesGetAnErrorAndTheSessionGoesOn() {
        InputStream junk = new ByteArrayInputStream(new byte[] {(byte) 0xff, (byte) 0xfe, '\n', 0, '\n'});
        InputStream deep = line("[".repeat(200_000));
        InputStream huge = new SequenceInputStream(new Zeros(5L << 20), line(""));
        InputStream more = new SequenceInputStream(new SequenceInputStream(deep, huge), line(OPEN + "\r\n" + USAGE));
        List<String> replies = replies(Shell.english().reading(new SequenceInputStream(junk, more)), "--practice", "1");

        assertEquals(6, replies.size(), replies.toString());
        for (String reply : replies.subList(0, 4)) {
            assertTrue(reply.startsWith("{\"id\":null,\"error\":\"bad-call\""), reply);
        }
        assertTrue(replies.get(3).contains("json-too-large") && replies.get(3).contains("5242880"), replies.get(3));
        assertTrue(replies.get(5).contains("\"queries\":1"), replies.get(5));
    }

    @Test
    void aLastLineWithoutItsEndIsServed() {
        InputStream in = new ByteArrayInputStream(USAGE.getBytes(StandardCharsets.UTF_8));

        assertEquals(1, replies(Shell.english().reading(in), "--practice", "1").size());
    }

    @Test
    void aRestartResumesFromTheRecordAndALineThatWasCutOffIsForgotten() throws IOException {
        String[] options = courseOptions();
        replies(Shell.english().typing(OPEN, OPEN), options);
        Path record = onlyFile();
        assertEquals(2, Files.readAllLines(record).size());
        Files.writeString(record, "{\"n\":3,\"call\":\"{}", StandardOpenOption.APPEND);

        List<String> replies = replies(Shell.english().typing(USAGE), options);

        assertTrue(replies.get(0).contains("\"queries\":2"), replies.get(0));
        assertEquals(3, Files.readAllLines(record).size());
        assertTrue(Files.readString(record).endsWith("}\n"));
    }

    @Test
    void aRecordThatWasChangedIsRefused() throws IOException {
        String[] options = courseOptions();
        replies(Shell.english().typing(OPEN), options);
        Path record = onlyFile();
        Files.writeString(record, Files.readString(record).replace("[7]", "[8]"));
        Shell shell = Shell.french().typing(USAGE);

        String[] args = new String[options.length + 2];
        args[0] = "serve-target";
        args[1] = "test.door";
        System.arraycopy(options, 0, args, 2, options.length);
        assertEquals(Exit.USAGE, shell.run(args));
        assertTrue(shell.err().contains("L’enregistrement de la séance n’est pas"), shell.err());
        assertEquals("", shell.out());
    }

    @Test
    void otherLearnersGetOtherInstances() throws IOException {
        String[] options = courseOptions();
        replies(Shell.english().typing(USAGE), options);
        options[5] = "zoé";
        replies(Shell.english().typing(USAGE), options);
        try (var files = Files.list(folder.resolve("evidence"))) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void aRecordIsOneProcessesAtATime() throws IOException {
        Path evidence = folder.resolve("evidence");
        try (EvidenceFolder first = EvidenceFolder.open(evidence);
                EvidenceFolder second = EvidenceFolder.open(evidence)) {
            first.append("0a", "{}");
            Failure refused =
                    org.junit.jupiter.api.Assertions.assertThrows(Failure.class, () -> second.append("0a", "{}"));
            assertEquals(Exit.IO, refused.exitCode());
        }
        assertFalse(Files.readString(evidence.resolve("0a.jsonl")).isEmpty());
    }

    @Test
    void aRecordInAFileInsteadOfAFolderIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Shell shell = Shell.english();

        assertEquals(Exit.IO, shell.run("serve-target", "test.door", "--practice", "1", "--record", file.toString()));
        assertTrue(shell.err().contains("is no folder"), shell.err());
    }

    private String[] courseOptions() throws IOException {
        Path key = folder.resolve("course.key");
        if (Files.notExists(key)) {
            KeyFile.create(key);
        }
        return new String[] {
            "--key",
            key.toString(),
            "--course",
            "c-1",
            "--learner",
            "élodie",
            "--record",
            folder.resolve("evidence").toString()
        };
    }

    private Path onlyFile() throws IOException {
        try (var files = Files.list(folder.resolve("evidence"))) {
            List<Path> all = files.toList();
            assertEquals(1, all.size());
            return all.get(0);
        }
    }

    private static InputStream line(String line) {
        return new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Many zeros that are nowhere in memory. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }
    }
}
