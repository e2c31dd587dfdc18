package org.quintain.app.handin;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import org.quintain.app.handin.HandInPath.Sources;
import org.quintain.app.handin.HandInWalk.Spot;
import org.quintain.app.handin.HandIns.Visitor;
import org.quintain.core.Bytes;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;
import org.quintain.core.grade.Entry;
import org.quintain.core.wire.Limits;

/** Gives a visitor what is in the files: whose it is, and whether anybody has filled it in. */
final class Given {
    private static final int MAX_TABLE_BYTES = 8 << 20;

    private final Sources sources;
    private final Visitor visitor;

    Given(Sources sources, Visitor visitor) {
        this.sources = sources;
        this.visitor = visitor;
    }

    /** A file that is meant to be {@code lab-submission/1}. */
    void submission(Place file, Spot spot) throws IOException {
        Bytes content;
        try {
            content = read(file, Limits.SUBMISSION.sizeBytes());
        } catch (RefusedException notReadable) {
            refuse(file, spot, notReadable.why());
            return;
        }
        give(entry(spot.origin(), content, received(file, spot)), spot.owners());
    }

    /** An answer sheet. */
    void sheet(Place file, Spot spot) throws IOException {
        Optional<Bytes> filledIn;
        try {
            filledIn = AnswerSheet.submission(read(file, Limits.SUBMISSION.sizeBytes()), sources.labs());
        } catch (RefusedException notUnderstood) {
            refuse(file, spot, notUnderstood.why());
            return;
        }
        if (filledIn.isPresent()) {
            give(entry(spot.origin(), filledIn.get(), received(file, spot)), spot.owners());
        } else {
            visitor.untouched(spot.origin());
        }
    }

    /** A class table, whose file's time is when it was typed and not when anybody handed in. */
    void table(Place file, Spot spot) throws IOException {
        HandIns table;
        try {
            if (!spot.isTrusted()) {
                throw new RefusedException(Message.of("table-place"));
            }
            table = ClassTable.of(
                    read(file, MAX_TABLE_BYTES),
                    spot.origin(),
                    sources.course(),
                    sources.labs(),
                    sources.key(),
                    sources.zone());
        } catch (RefusedException notUnderstood) {
            refuse(file, spot, notUnderstood.why());
            return;
        }
        table.walk(visitor);
    }

    /**
     * Something to grade, if it was filled in. Of several learners of one name the hand-in itself decides; one that names
     * a third is nobody's.
     *
     * @param entry the hand-in, with a learner only if nobody is among the owners
     * @param owners whom the surroundings may mean
     */
    void give(Entry entry, Set<String> owners) throws IOException {
        Claim claim = Claim.of(entry.content());
        Optional<String> claimed = claim.learner();
        if (claim.isUntouched(sources.key(), sources.labs()) && !isSessionHandedIn(claim)) {
            visitor.untouched(entry.origin());
        } else if (owners.size() <= 1) {
            visitor.handIn(
                    owners.isEmpty() ? entry : entry.from(owners.iterator().next()));
        } else if (claimed.isEmpty()) {
            visitor.handIn(entry);
        } else if (owners.contains(claimed.get())) {
            visitor.handIn(entry.from(claimed.get()));
        } else {
            visitor.refused(entry.origin(), Optional.empty(), Message.of("whose-is-it"), entry.receivedAt());
        }
    }

    private boolean isSessionHandedIn(Claim claim) {
        return claim.issueId().filter(sources.recorded()).isPresent() && claim.isSessionHandedIn(sources.labs());
    }

    /** How far the walk is. */
    void at(long done, long all) {
        visitor.at(done, all);
    }

    /** Something that cannot be graded. */
    void refuse(Place file, Spot spot, Message why) throws IOException {
        visitor.refused(spot.origin(), spot.owner(), why, received(file, spot));
    }

    /** A line that cannot be graded. */
    void refuse(String origin, Spot spot, Message why) throws IOException {
        visitor.refused(origin, spot.owner(), why, Optional.empty());
    }

    static Message why(IOException notReadable) {
        return Message.of(
                notReadable instanceof ZipException || notReadable instanceof EOFException
                        ? "zip-damaged"
                        : "unreadable");
    }

    private static Entry entry(String origin, Bytes content, Optional<Instant> receivedAt) {
        return new Entry(origin, Optional.empty(), content, receivedAt, Set.of(), Optional.empty());
    }

    private Optional<Instant> received(Place file, Spot spot) {
        return sources.useFileTimes() ? spot.pupils().orElse(file).modified() : Optional.empty();
    }

    private static Bytes read(Place file, int limit) {
        byte[] content;
        long size;
        try (InputStream in = file.open()) {
            size = file.sizeBytes();
            content = size > limit ? new byte[0] : in.readNBytes(limit + 1);
        } catch (IOException notReadable) {
            throw new RefusedException(why(notReadable));
        }
        long found = Math.max(size, content.length);
        if (found > limit) {
            throw new RefusedException(Message.of("json-too-large", "limit", limit, "found", found));
        }
        return Bytes.of(content);
    }
}
