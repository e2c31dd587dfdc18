package org.quintain.app.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.quintain.app.files.WholeFiles;

/**
 * A folder in which the pages of a report appear together, each of them whole: {@link #finish} gives them their names
 * and takes away pages of an earlier report that this one does not have.
 */
public final class PageFolder implements Pages, AutoCloseable {
    private static final Pattern PAGE = Pattern.compile("(report|identical|sheets|(learners|sheets)-[0-9]{3,})\\.html");

    private final Path folder;
    private final Set<String> names = new LinkedHashSet<>();

    /**
     * A folder.
     *
     * @param folder exists, and may hold other files
     */
    public PageFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Writer open(String name) throws IOException {
        if (!PAGE.matcher(name).matches() || !names.add(name)) {
            throw new IllegalArgumentException("a new page of the report wanted: name=" + name);
        }
        return Files.newBufferedWriter(WholeFiles.unfinished(folder.resolve(name)), StandardCharsets.UTF_8);
    }

    /**
     * Gives the pages their names.
     *
     * @throws IOException if a page cannot be moved or an old one cannot be deleted
     */
    public void finish() throws IOException {
        for (String name : names) {
            Path page = folder.resolve(name);
            WholeFiles.finish(WholeFiles.unfinished(page), page);
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.html")) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (PAGE.matcher(name).matches() && !names.contains(name) && Files.isRegularFile(entry)) {
                    Files.delete(entry);
                }
            }
        }
    }

    /** Deletes pages that were not finished. */
    @Override
    public void close() throws IOException {
        for (String name : names) {
            Files.deleteIfExists(WholeFiles.unfinished(folder.resolve(name)));
        }
    }
}
