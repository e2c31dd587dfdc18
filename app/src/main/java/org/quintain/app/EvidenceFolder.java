package org.quintain.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quintain.core.Bytes;
import org.quintain.core.serve.Transcript;
import org.quintain.core.serve.TranscriptStore;

/**
 * Sealed evidence in a folder: {@code <issueId>.jsonl}, a line forced to disk before its reply is given.
 *
 * <p>A line that a power cut left without its line feed is cut off when the file is read. A file is one process's at a
 * time.
 */
final class EvidenceFolder implements TranscriptStore, AutoCloseable {
    private final Path folder;
    private final Map<String, FileChannel> open = new TreeMap<>();

    private final boolean isForced;

    private EvidenceFolder(Path folder, boolean isForced) {
        this.folder = folder;
        this.isForced = isForced;
    }

    static EvidenceFolder open(Path folder) throws IOException {
        return open(folder, true);
    }

    /**
     * Opens a folder.
     *
     * @param folder where the files are
     * @param isForced whether each line is forced to the disk, about a millisecond each; without it a power cut may lose
     *     the last lines
     * @return the folder
     * @throws IOException if it cannot be made
     */
    static EvidenceFolder open(Path folder, boolean isForced) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw Failure.io("error-no-folder", "file", folder);
        }
        Files.createDirectories(folder);
        return new EvidenceFolder(folder, isForced);
    }

    @Override
    public synchronized void append(String issueId, String line) {
        try {
            FileChannel channel = channel(issueId);
            ByteBuffer rest = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            channel.position(channel.size());
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            if (isForced) {
                channel.force(false);
            }
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }

    @Override
    public synchronized List<String> read(String issueId) {
        try {
            FileChannel channel = channel(issueId);
            ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            channel.position(0);
            while (content.hasRemaining() && channel.read(content) >= 0) {
                continue;
            }
            int end = content.position();
            while (end > 0 && content.get(end - 1) != '\n') {
                end--;
            }
            channel.truncate(end);
            return Transcript.of(Bytes.of(content.array(), 0, end)).lines();
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }

    private FileChannel channel(String issueId) throws IOException {
        FileChannel channel = open.get(issueId);
        if (channel == null) {
            Path file = folder.resolve(issueId + ".jsonl");
            channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
            lock(channel, file);
            open.put(issueId, channel);
        }
        return channel;
    }

    private static void lock(FileChannel channel, Path file) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw Failure.io("error-evidence-in-use", "file", file);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        for (FileChannel channel : open.values()) {
            channel.close();
        }
    }
}
