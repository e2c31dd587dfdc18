package org.quintain.app.handin;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.quintain.app.issue.CourseFolder;
import org.quintain.core.Bytes;
import org.quintain.core.RefusedException;
import org.quintain.core.serve.Handout;

/** What {@code issue} wrote into a folder, and what operating systems leave there: no hand-in, and not worth a word. */
final class Issued {
    private static final String HANDOUT = "handout.json";
    private static final int MAX_HANDOUT_BYTES = 16 << 20;
    private static final Set<String> PASSED_OVER = Set.of(
            HANDOUT,
            CourseFolder.PLAN,
            "brief.en.md",
            "brief.fr.md",
            "brief.html",
            "brief.en.html",
            "brief.fr.html",
            "consigne.html",
            ".ds_store",
            "thumbs.db",
            "desktop.ini",
            "__macosx");

    private final List<Place> folder;
    private Set<String> attachments;

    Issued(List<Place> folder) {
        this.folder = folder;
    }

    /** Whether a name alone says that nobody handed it in. */
    static boolean isPassedOver(Place place) {
        String name = place.plainName();
        return PASSED_OVER.contains(name) || name.startsWith("._");
    }

    /** Whether a file of this folder is one that the handout beside it brought along. */
    boolean isAttachment(Place file) {
        if (attachments == null) {
            attachments = folder.stream()
                    .filter(place -> place.plainName().equals(HANDOUT))
                    .findFirst()
                    .map(Issued::attachments)
                    .orElse(Set.of());
        }
        return attachments.contains(file.plainName());
    }

    private static Set<String> attachments(Place handout) {
        try (InputStream in = handout.open()) {
            if (handout.kind() != Place.Kind.FILE || handout.sizeBytes() > MAX_HANDOUT_BYTES) {
                return Set.of();
            }
            return Handout.read(Bytes.of(in.readNBytes(MAX_HANDOUT_BYTES))).files().stream()
                    .map(file -> CourseFolder.fileName(file.name()))
                    .map(name -> Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
        } catch (IOException | RefusedException noHandout) {
            return Set.of();
        }
    }
}
