package org.quintain.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.quintain.core.Catalog;
import org.quintain.core.Seat;
import org.quintain.core.serve.Issuer;
import org.quintain.core.serve.Session;
import org.quintain.core.serve.TranscriptStore;
import picocli.CommandLine.Option;

/** Whose instance: a practice seat by its number, or a seat of a course. */
public final class SeatOptions {
    /** The institution when none is named; {@code course.json} names it too. */
    public static final String DEFAULT_TENANT = "local";

    @Option(names = "--practice", paramLabel = "N", descriptionKey = "option-practice", order = 1)
    private Integer practice;

    @Option(names = "--key", paramLabel = "${bundle:label-file}", descriptionKey = "option-key", order = 2)
    private Path keyFile;

    @Option(names = "--course", paramLabel = "${bundle:label-id}", descriptionKey = "option-course", order = 3)
    private String course;

    @Option(names = "--learner", paramLabel = "${bundle:label-id}", descriptionKey = "option-learner", order = 4)
    private String learner;

    @Option(
            names = "--tenant",
            paramLabel = "${bundle:label-id}",
            defaultValue = DEFAULT_TENANT,
            descriptionKey = "option-tenant",
            order = 5)
    private String tenant;

    @Option(names = "--issue", paramLabel = "N", defaultValue = "1", descriptionKey = "option-issue", order = 6)
    private int issue;

    @Option(names = "--record", paramLabel = "${bundle:label-dir}", descriptionKey = "option-record", order = 7)
    private Path record;

    /**
     * Opens the session, resumed from what is recorded.
     *
     * @param labs what can be opened
     * @param labId which lab
     * @param params its parameters
     * @param byDefault the practice seat if the command line names none, or null if it must name one
     * @return the session
     * @throws IOException if the key or the record cannot be read
     */
    Served open(Catalog labs, String labId, Map<String, String> params, Integer byDefault) throws IOException {
        boolean isCourse = Stream.of(keyFile, course, learner).anyMatch(given -> given != null);
        if (isCourse && practice != null) {
            throw Failure.usage("error-practice-or-course");
        }
        if (!isCourse && practice == null && byDefault == null) {
            throw Failure.usage("error-no-seat");
        }
        Seat seat = isCourse ? courseSeat() : practiceSeat(practice == null ? byDefault : practice);
        EvidenceFolder folder = record == null ? null : EvidenceFolder.open(record);
        TranscriptStore store = folder == null ? null : folder;
        try (Issuer issuer = isCourse ? Issuer.open(KeyFile.read(keyFile), labs) : Issuer.practice(labs)) {
            Session<?, ?> session =
                    store == null ? issuer.open(seat, labId, params) : issuer.serve(seat, labId, params, store);
            return new Served(session, seat, folder);
        }
    }

    private Seat practiceSeat(int number) {
        if (number < 0) {
            throw Failure.usage("error-at-least", "name", "--practice", "min", 0, "found", number);
        }
        return Seat.practice(number);
    }

    private Seat courseSeat() {
        require("--key", keyFile);
        require("--course", course);
        require("--learner", learner);
        if (issue < 1) {
            throw Failure.usage("error-at-least", "name", "--issue", "min", 1, "found", issue);
        }
        return new Seat(
                identifier("--tenant", tenant),
                identifier("--course", course),
                identifier("--learner", learner),
                issue);
    }

    private static String identifier(String option, String text) {
        try {
            return Seat.clean(option, text);
        } catch (IllegalArgumentException unusable) {
            throw Failure.usage("error-identifier", "name", option);
        }
    }

    private static void require(String option, Object given) {
        if (given == null) {
            throw Failure.usage("error-missing-option", "name", option);
        }
    }

    /**
     * An open session.
     *
     * @param session the session; it lives on after the issuer has forgotten the key
     * @param seat whose
     * @param evidence where it is recorded, or null
     */
    record Served(Session<?, ?> session, Seat seat, EvidenceFolder evidence) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (evidence != null) {
                evidence.close();
            }
        }
    }
}
