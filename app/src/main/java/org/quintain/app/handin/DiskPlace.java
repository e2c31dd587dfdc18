package org.quintain.app.handin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place on a disk; symbolic links are never followed.
 *
 * @param path where it is
 * @param leftOut folders that are no part of the hand-ins, wherever they are
 */
record DiskPlace(Path path, List<Path> leftOut) implements Place {
    @Override
    public String name() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public Kind kind() throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        // A junction of Windows is a directory and "other" at once.
        if (attributes.isSymbolicLink() || attributes.isOther()) {
            return Kind.LINK;
        }
        if (!attributes.isDirectory()) {
            return Kind.FILE;
        }
        for (Path other : leftOut) {
            if (Files.exists(other) && Files.isSameFile(path, other)) {
                return Kind.LEFT_OUT;
            }
        }
        return Kind.FOLDER;
    }

    @Override
    public List<Place> children() throws IOException {
        List<Place> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(path)) {
            stream.forEach(child -> children.add(new DiskPlace(child, leftOut)));
        } catch (DirectoryIteratorException whileReading) {
            throw whileReading.getCause();
        }
        children.sort(ORDER);
        return children;
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public long sizeBytes() throws IOException {
        return Files.size(path);
    }

    @Override
    public Optional<Instant> modified() {
        try {
            return FileTimes.usable(
                    Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant());
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Path> onDisk() {
        return Optional.of(path);
    }
}
