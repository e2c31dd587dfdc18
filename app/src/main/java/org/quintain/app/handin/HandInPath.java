package org.quintain.app.handin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.quintain.core.Catalog;
import org.quintain.core.RefusedException;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.grade.Course;

/** Hand-ins at a path: a folder, a ZIP archive, JSON lines, or one file of any kind that can lie in a folder. */
public final class HandInPath {
    private HandInPath() {}

    /**
     * What is needed to understand hand-ins.
     *
     * @param course the plan and roster
     * @param labs the labs
     * @param key the course's secret
     * @param leftOut folders that are no part of the hand-ins, wherever they are
     * @param useFileTimes whether a file's time of change is when it was received; JSON lines say that themselves, and a
     *     class table has no such time
     * @param zone for files in archives whose time is only a clock on the wall
     * @param recorded whether there is a record of a served session of an issue id; then a template as it was issued is a
     *     hand-in if its lab takes an answer without anything, as those do that judge the session
     */
    public record Sources(
            Course course,
            Catalog labs,
            CourseKey key,
            List<Path> leftOut,
            boolean useFileTimes,
            ZoneId zone,
            Predicate<String> recorded) {
        /** Copies the list. */
        public Sources {
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * Hand-ins by what is at the path.
     *
     * @param handIns where they are
     * @param sources what is needed to understand them
     * @return tells what is there
     * @throws RefusedException {@code zip-…} if it is an archive that cannot be read or is over a limit as a whole; walking
     *     throws it too if the archive changes in between
     * @throws IOException if there is nothing, or it cannot be read
     */
    public static HandIns of(Path handIns, Sources sources) throws IOException {
        Whose whose = new Whose(sources.course());
        if (Files.isDirectory(handIns)) {
            Place root = new DiskPlace(handIns, sources.leftOut());
            return visitor -> new HandInWalk(sources, whose, visitor).root(root.children(), false);
        }
        if (!Files.exists(handIns)) {
            throw new NoSuchFileException(handIns.toString());
        }
        Place file = new DiskPlace(handIns, sources.leftOut());
        FileKind kind = FileKind.ofNamed(file);
        if (kind != FileKind.ZIP) {
            return visitor -> new HandInWalk(sources, whose, visitor).single(file, kind);
        }
        ZipArchive.open(handIns, sources.zone()).close();
        return visitor -> {
            try (ZipArchive zip = ZipArchive.open(handIns, sources.zone())) {
                new HandInWalk(sources, whose, visitor).root(zip.root().children(), true);
            }
        };
    }
}
