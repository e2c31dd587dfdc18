package org.quintain.app.grade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.quintain.app.issue.FolderNames;

/**
 * A folder in which hand-ins lie somewhere, walked in the same order on every platform.
 *
 * <p>A file is a hand-in if its name begins with {@code submission}, ends in {@code submission.json}, or if it ends in
 * {@code .json} or {@code .txt} and names the format {@code lab-submission/} near its beginning. What {@code issue} wrote
 * beside it is passed over; everything else is reported as skipped. Symbolic links are never followed.
 */
final class HandInFolder {
    private static final int MAX_DEPTH = 40;
    private static final int SNIFFED_BYTES = 4096;
    private static final Set<String> PASSED_OVER = Set.of(
            "handout.json",
            "course.json",
            "brief.en.md",
            "brief.fr.md",
            "brief.html",
            "consigne.html",
            "answer.txt",
            "reponse.txt",
            ".ds_store",
            "thumbs.db",
            "desktop.ini");

    /** Why something was skipped. */
    enum Why {
        /** A symbolic link or something else that is neither file nor folder. */
        LINK,
        /** A file that is no hand-in. */
        OTHER,
        /** A folder that is nested too deeply. */
        DEPTH
    }

    /** Is told what is found, in order. */
    interface Visitor {
        /**
         * A hand-in.
         *
         * @param file where it is
         * @param origin its path below the folder, with slashes
         * @param learner whose folder it is in, the outermost one if several match
         * @throws IOException if a result cannot be written
         */
        void handIn(Path file, String origin, Optional<String> learner) throws IOException;

        /**
         * A file or folder that cannot be read.
         *
         * @param origin its path below the folder
         * @param learner whose folder it is in
         * @throws IOException if a result cannot be written
         */
        void unreadable(String origin, Optional<String> learner) throws IOException;

        /**
         * Something that is not looked at.
         *
         * @param origin its path below the folder
         * @param why for what reason
         */
        void skipped(String origin, Why why);
    }

    private final FolderNames names;
    private final List<Path> leftOut;
    private final Visitor visitor;

    private HandInFolder(FolderNames names, List<Path> leftOut, Visitor visitor) {
        this.names = names;
        this.leftOut = leftOut;
        this.visitor = visitor;
    }

    /**
     * Walks a folder.
     *
     * @param root the folder, or one file
     * @param names whose folders there are
     * @param leftOut folders that are no part of it, wherever they are
     * @param visitor is told what is found
     * @throws IOException if the root cannot be read, or the visitor fails
     */
    static void walk(Path root, FolderNames names, List<Path> leftOut, Visitor visitor) throws IOException {
        HandInFolder walk = new HandInFolder(names, leftOut, visitor);
        if (Files.isDirectory(root)) {
            walk.entries(list(root), "", Optional.empty(), 1);
        } else {
            Files.size(root);
            visitor.handIn(root, String.valueOf(root.getFileName()), Optional.empty());
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (DirectoryIteratorException whileReading) {
            throw whileReading.getCause();
        }
        entries.sort(Comparator.comparing(HandInFolder::composed).thenComparing(HandInFolder::name));
        return entries;
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** File names arrive composed and decomposed; both sort alike. */
    private static String composed(Path path) {
        return Normalizer.normalize(name(path), Normalizer.Form.NFC);
    }

    private void entries(List<Path> entries, String above, Optional<String> learner, int depth) throws IOException {
        for (Path entry : entries) {
            entry(entry, above + name(entry), learner, depth);
        }
    }

    private void entry(Path entry, String origin, Optional<String> learner, int depth) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException vanished) {
            visitor.unreadable(origin, learner);
            return;
        }
        // A junction of Windows is a directory and "other" at once.
        if (attributes.isSymbolicLink() || attributes.isOther()) {
            visitor.skipped(origin, Why.LINK);
        } else if (attributes.isDirectory()) {
            folder(entry, origin, learner, depth);
        } else {
            file(entry, origin, learner);
        }
    }

    private void folder(Path folder, String origin, Optional<String> learner, int depth) throws IOException {
        for (Path other : leftOut) {
            if (Files.exists(other) && Files.isSameFile(folder, other)) {
                return;
            }
        }
        if (depth >= MAX_DEPTH) {
            visitor.skipped(origin + "/", Why.DEPTH);
            return;
        }
        Optional<String> whose = learner.isPresent() ? learner : names.learnerOf(name(folder));
        List<Path> entries;
        try {
            entries = list(folder);
        } catch (IOException notReadable) {
            visitor.unreadable(origin + "/", whose);
            return;
        }
        entries(entries, origin + "/", whose, depth + 1);
    }

    private void file(Path file, String origin, Optional<String> learner) throws IOException {
        String name = composed(file).toLowerCase(Locale.ROOT);
        if (PASSED_OVER.contains(name) || name.startsWith("._")) {
            return;
        }
        boolean isNamed = name.startsWith("submission") || name.endsWith("submission.json");
        try {
            if (isNamed || (name.endsWith(".json") || name.endsWith(".txt")) && isOfFormat(file)) {
                visitor.handIn(file, origin, learner);
            } else {
                visitor.skipped(origin, Why.OTHER);
            }
        } catch (NotReadable cannotSniff) {
            visitor.unreadable(origin, learner);
        }
    }

    /** Whether a file says that it is a hand-in; a file saved as UTF-16 says so with zeros between the letters. */
    private static boolean isOfFormat(Path file) throws NotReadable {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(SNIFFED_BYTES), StandardCharsets.ISO_8859_1);
            return head.replace("\0", "").contains("lab-submission/");
        } catch (IOException notReadable) {
            throw new NotReadable(notReadable);
        }
    }

    private static final class NotReadable extends IOException {
        private static final long serialVersionUID = 1L;

        NotReadable(IOException cause) {
            super(cause);
        }
    }
}
