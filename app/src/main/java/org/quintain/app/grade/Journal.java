package org.quintain.app.grade;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;

/**
 * The rows of a grading while it runs, so that a run that was killed goes on where it stopped.
 *
 * <p>The first line names the job, each other line is a key of what was graded, a space and the row. Rows are recalled in
 * the order of the hand-ins for as long as the keys agree; from the first hand-in that is new or has changed on, rows are
 * written anew. A last line without its line feed, as a kill leaves it, does not count. One grading at a time may write.
 */
final class Journal implements Closeable {
    private static final int KEY_CHARS = 32;

    private final FileChannel channel;
    private final byte[] header;
    private final ByteArrayOutputStream unwritten = new ByteArrayOutputStream();
    private InputStream recalling;
    private String next;
    private long end;

    private Journal(FileChannel channel, byte[] header) {
        this.channel = channel;
        this.header = header;
    }

    /**
     * Opens a journal, or begins one if there is none of this job.
     *
     * @param file where
     * @param job a name for everything that the rows depend on beside the hand-ins, without line feeds
     * @return the journal
     * @throws RefusedException {@code grading-busy} if another grading writes it
     * @throws IOException if it cannot be read or written
     */
    static Journal open(Path file, String job) throws IOException {
        byte[] header = ("grading-journal/1 " + job + "\n").getBytes(StandardCharsets.UTF_8);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(channel, file);
            Journal journal = new Journal(channel, header);
            journal.begin();
            return journal;
        } catch (IOException | RuntimeException notUsable) {
            channel.close();
            throw notUsable;
        }
    }

    private static void lock(FileChannel channel, Path file) throws IOException {
        boolean isOurs;
        try {
            isOurs = channel.tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            isOurs = false;
        }
        if (!isOurs) {
            throw new RefusedException(Message.of("grading-busy", "folder", file.getParent()));
        }
    }

    private void begin() throws IOException {
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
        if (java.util.Arrays.equals(in.readNBytes(header.length), header)) {
            end = header.length;
            recalling = in;
            next = line(in);
        } else {
            channel.truncate(0);
            end = 0;
            unwritten.write(header);
            flush();
        }
    }

    /** A line without its line feed, or null if there is no whole one. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        int one;
        while ((one = in.read()) >= 0) {
            if (one == '\n') {
                return line.toString(StandardCharsets.UTF_8);
            }
            line.write(one);
        }
        return null;
    }

    /**
     * The row that an earlier run gave for the next hand-in.
     *
     * @param key of the hand-in
     * @return the row as JSON, or empty if it must be graded; then all later ones must, too
     * @throws IOException if the journal cannot be read
     */
    Optional<String> recall(String key) throws IOException {
        if (recalling == null) {
            return Optional.empty();
        }
        if (next == null || next.length() <= KEY_CHARS || !next.startsWith(key + " ")) {
            channel.truncate(end);
            recalling = null;
            next = null;
            return Optional.empty();
        }
        String line = next;
        end += line.getBytes(StandardCharsets.UTF_8).length + 1L;
        next = line(recalling);
        return Optional.of(line.substring(KEY_CHARS + 1));
    }

    /**
     * Adds a row behind all others; it is safe from a kill after {@link #flush}.
     *
     * @param key of the hand-in, {@value #KEY_CHARS} characters
     * @param row as JSON without line breaks
     */
    void add(String key, String row) {
        if (recalling != null || key.length() != KEY_CHARS) {
            throw new IllegalStateException("a recall that found nothing, and a key of 32 characters wanted first");
        }
        unwritten.writeBytes((key + " " + row + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Hands what was added to the operating system.
     *
     * @throws IOException if it cannot be written
     */
    void flush() throws IOException {
        if (unwritten.size() == 0) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(unwritten.toByteArray());
        while (bytes.hasRemaining()) {
            end += channel.write(bytes, end);
        }
        unwritten.reset();
    }

    /** What is told of the rows, one after the other. */
    interface RowConsumer {
        void row(String json) throws IOException;
    }

    /**
     * Tells all rows; what was not recalled is forgotten before.
     *
     * @param to is told each as JSON
     * @throws IOException if they cannot be read, or {@code to} fails
     */
    void rows(RowConsumer to) throws IOException {
        flush();
        channel.truncate(end);
        channel.position(header.length);
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
        for (String line = line(in); line != null; line = line(in)) {
            to.row(line.substring(KEY_CHARS + 1));
        }
    }

    /**
     * Closes the journal and removes its file: the grading is done.
     *
     * @param file as it was opened
     * @throws IOException if it cannot be removed
     */
    void finish(Path file) throws IOException {
        close();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
        }
    }
}
