package org.quintain.app.handin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quintain.app.handin.HandInPath.Sources;
import org.quintain.app.handin.HandIns.Visitor;
import org.quintain.app.handin.HandIns.Why;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;

/**
 * Walks places in their order and says what each of them is.
 *
 * <p>What a class table and the heading of a JSON line say is believed, so they count only where no learner can put them:
 * as the file that is graded itself, or directly in the root under a name that no platform gave.
 */
final class HandInWalk {
    private static final int MAX_DEPTH = 40;

    private final Sources sources;
    private final Whose whose;
    private final Visitor visitor;
    private final Given given;

    HandInWalk(Sources sources, Whose whose, Visitor visitor) {
        this.sources = sources;
        this.whose = whose;
        this.visitor = visitor;
        this.given = new Given(sources, visitor);
    }

    /**
     * Where something lies.
     *
     * @param origin its path below the root, with slashes
     * @param owners whom the names above and its own may mean: none, one, or several of one name
     * @param depth 1 for what lies directly in the root
     * @param isInArchive whether it lies in an archive
     * @param pupils the archive in a folder in which it lies: a learner made it, so the times in it count for nothing
     * @param isTrusted whether no learner can have put it there
     */
    record Spot(
            String origin,
            Set<String> owners,
            int depth,
            boolean isInArchive,
            Optional<Place> pupils,
            boolean isTrusted) {
        Optional<String> owner() {
            return Whose.only(owners);
        }
    }

    /** All that is in a folder or archive. */
    void root(List<Place> places, boolean isArchive) throws IOException {
        entries(places, new Spot("", Set.of(), 0, isArchive, Optional.empty(), false));
    }

    /** One file that a teacher names. */
    void single(Place file, FileKind kind) throws IOException {
        boolean isOfOne = kind == FileKind.SUBMISSION || kind == FileKind.SHEET;
        Set<String> owners = isOfOne ? whose.file(file.name()) : Set.of();
        handIn(file, kind, new Spot(file.name(), owners, 0, false, Optional.empty(), true));
    }

    private void entries(List<Place> places, Spot folder) throws IOException {
        Issued issued = new Issued(places);
        int done = 0;
        for (Place place : places) {
            if (folder.depth() == 0) {
                visitor.at(done++, places.size());
            }
            if (!Issued.isPassedOver(place)) {
                entry(place, folder, issued);
            }
        }
    }

    private void entry(Place place, Spot folder, Issued issued) throws IOException {
        String origin = folder.origin() + place.name();
        Place.Kind kind;
        try {
            kind = place.kind();
        } catch (IOException vanished) {
            visitor.refused(origin, folder.owner(), Message.of("unreadable"), Optional.empty());
            return;
        }
        switch (kind) {
            case LINK -> visitor.skipped(origin, Why.LINK);
            case FOLDER -> folder(place, below(folder, origin + "/", whose.folder(place.name())));
            case FILE -> file(place, fileIn(folder, place, origin), issued);
            default -> {
                // left out
            }
        }
    }

    /** The outermost name that means somebody decides. */
    private static Spot below(Spot above, String origin, Set<String> owners) {
        Set<String> outermost = above.owners().isEmpty() ? owners : above.owners();
        return new Spot(origin, outermost, above.depth() + 1, above.isInArchive(), above.pupils(), false);
    }

    private Spot fileIn(Spot folder, Place file, String origin) {
        // A name with slashes is a path that was refused.
        Spot spot = below(folder, origin, file.name().contains("/") ? Set.of() : whose.file(file.name()));
        boolean isTrusted = spot.depth() == 1 && spot.owners().isEmpty() && !Whose.isUploaded(file.name());
        return new Spot(origin, spot.owners(), spot.depth(), spot.isInArchive(), spot.pupils(), isTrusted);
    }

    private void folder(Place folder, Spot spot) throws IOException {
        if (spot.depth() >= MAX_DEPTH) {
            visitor.skipped(spot.origin(), Why.DEPTH);
            return;
        }
        List<Place> places;
        try {
            places = folder.children();
        } catch (IOException notReadable) {
            visitor.refused(spot.origin(), spot.owner(), Message.of("unreadable"), Optional.empty());
            return;
        }
        entries(places, spot);
    }

    private void file(Place file, Spot spot, Issued issued) throws IOException {
        if (file.refused().isPresent()) {
            if (FileKind.isLookedAt(file.plainName())) {
                given.refuse(file, spot, file.refused().get());
            } else {
                visitor.skipped(spot.origin(), Why.OTHER);
            }
            return;
        }
        FileKind kind;
        try {
            kind = FileKind.of(file);
        } catch (IOException cannotSniff) {
            given.refuse(file, spot, Given.why(cannotSniff));
            return;
        }
        if (kind != FileKind.OTHER) {
            handIn(file, kind, spot);
        } else if (!issued.isAttachment(file)) {
            visitor.skipped(spot.origin(), Why.OTHER);
        }
    }

    private void handIn(Place file, FileKind kind, Spot spot) throws IOException {
        switch (kind) {
            case ZIP -> archive(file, spot);
            case LINES -> new JsonLines(given).give(file, spot);
            case TABLE -> given.table(file, spot);
            case SHEET -> given.sheet(file, spot);
            default -> given.submission(file, spot);
        }
    }

    /** An archive is a folder of its name without the ending; one inside another is not opened. */
    private void archive(Place file, Spot spot) throws IOException {
        Optional<Path> onDisk = file.onDisk();
        if (spot.isInArchive() || onDisk.isEmpty()) {
            given.refuse(file, spot, Message.of("zip-nested"));
            return;
        }
        try (ZipArchive zip = open(onDisk.get())) {
            List<Place> places = zip.root().children();
            if (places.isEmpty()) {
                visitor.skipped(spot.origin(), Why.OTHER);
            }
            entries(
                    places,
                    new Spot(spot.origin() + "/", spot.owners(), spot.depth() + 1, true, Optional.of(file), false));
        } catch (RefusedException asAWhole) {
            given.refuse(file, spot, asAWhole.why());
        }
    }

    private ZipArchive open(Path file) {
        try {
            return ZipArchive.open(file, sources.zone());
        } catch (IOException notReadable) {
            throw new RefusedException(Message.of("unreadable"));
        }
    }
}
