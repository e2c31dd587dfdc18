package org.quintain.app.handin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quintain.core.Message;

/** A file or folder on a disk or in an archive. */
interface Place {
    /** What is there. */
    enum Kind {
        /** Something with content. */
        FILE,
        /** Something with places in it. */
        FOLDER,
        /** A symbolic link, a junction, a device: not to be followed. */
        LINK,
        /** Something that is none of the hand-ins on purpose. */
        LEFT_OUT
    }

    /** One order on every platform: file names arrive composed and decomposed, and both sort alike. */
    Comparator<Place> ORDER = Comparator.comparing(Place::composed).thenComparing(Place::name);

    /** The last component of its path, as it is written there. */
    String name();

    /**
     * What is there now.
     *
     * @throws IOException if that cannot be found out
     */
    Kind kind() throws IOException;

    /**
     * What is in a folder, in {@link #ORDER}.
     *
     * @throws IOException if it cannot be read
     */
    List<Place> children() throws IOException;

    /**
     * The content of a file.
     *
     * @throws IOException if it cannot be read
     */
    InputStream open() throws IOException;

    /**
     * How long the content is, as far as that is known without reading it.
     *
     * @throws IOException if that cannot be found out
     */
    long sizeBytes() throws IOException;

    /** When it was changed last, to the millisecond, if that is known and between 1970 and 9999. */
    Optional<Instant> modified();

    /** Why it must not be opened, if it must not. */
    default Optional<Message> refused() {
        return Optional.empty();
    }

    /** The file on the disk, if it is one. */
    default Optional<Path> onDisk() {
        return Optional.empty();
    }

    /** The name in normalisation form C. */
    default String composed() {
        return Normalizer.normalize(name(), Normalizer.Form.NFC);
    }

    /** The composed name in lower case, to compare it with known names. */
    default String plainName() {
        return composed().toLowerCase(Locale.ROOT);
    }
}
