package org.quintain.app.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.quintain.app.files.WholeFiles;
import org.quintain.core.Language;
import org.quintain.net.sim.recording.CaptureFile;

/**
 * A replay as files: a page, and one capture for each network.
 *
 * <p>Names are {@code replay-<lab>-<issue id>.html}, {@code .pcapng}, and {@code -2.pcapng} and so on for further
 * networks: lower-case letters, digits, dots and hyphens, fit for every file system.
 */
public final class ReplayFiles {
    /** Names that this class gives. */
    private static final Pattern NAME = Pattern.compile("replay-[a-z0-9.-]+-[0-9a-f]{20}(-[0-9]+)?\\.(html|pcapng)");

    private ReplayFiles() {}

    /**
     * The page's name.
     *
     * @param labId which lab
     * @param issueId which instance
     * @return a file name
     */
    public static String page(String labId, String issueId) {
        return base(labId, issueId) + ".html";
    }

    private static String base(String labId, String issueId) {
        return "replay-" + labId + "-" + issueId;
    }

    /**
     * Makes the files of a replay.
     *
     * @param replayed what happened; of a known instance
     * @param language of the page and of the comments in the captures
     * @return contents by name, the page first
     */
    public static Map<String, byte[]> of(Replayed replayed, Language language) {
        String base = base(replayed.lab().card().id(), replayed.issueId());
        FrameWords words = new FrameWords(language);
        Map<String, byte[]> captures = new LinkedHashMap<>();
        for (int i = 0; i < replayed.recordings().size(); i++) {
            ByteArrayOutputStream capture = new ByteArrayOutputStream();
            CaptureFile.write(replayed.recordings().get(i), words::comment, capture);
            captures.put(base + (i == 0 ? "" : "-" + (i + 1)) + ".pcapng", capture.toByteArray());
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        String page = ReplayPage.write(replayed, new ArrayList<>(captures.keySet()), language);
        files.put(base + ".html", page.getBytes(StandardCharsets.UTF_8));
        files.putAll(captures);
        return files;
    }

    /**
     * Writes files, each whole, in place of those of an earlier replay of the same instance.
     *
     * @param files contents by name, as {@link #of} gives them
     * @param folder is made if it is not there
     * @throws IOException if one cannot be written
     */
    public static void write(Map<String, byte[]> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            WholeFiles.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /**
     * Takes away replays of an earlier grading; other files stay.
     *
     * @param folder may not be there
     * @param kept names that stay
     * @throws IOException if one cannot be deleted
     */
    public static void clear(Path folder, Set<String> kept) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> old = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (NAME.matcher(name).matches() && !kept.contains(name) && Files.isRegularFile(entry)) {
                    old.add(entry);
                }
            }
        }
        for (Path file : old) {
            Files.delete(file);
        }
    }
}
