package org.quintain.app.grade;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quintain.core.Message;
import org.quintain.core.Outcome;
import org.quintain.core.RefusedException;
import org.quintain.core.Rejected;
import org.quintain.core.Verdict;
import org.quintain.core.grade.Row;
import org.quintain.core.grade.RowJson;

/** What a second grading would change, learner by learner. Memory: one state for each learner and lab. */
public final class Diff {
    private static final String FAULTED = "faulted";

    /**
     * A learner's work on a lab.
     *
     * @param learner who; empty if the hand-in cannot be told to be anybody's
     * @param labId which lab; empty if the hand-in does not say
     * @param issue number of the issue
     */
    public record Place(String learner, String labId, int issue) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.comparing(Place::learner)
                    .thenComparing(Place::labId)
                    .thenComparingInt(Place::issue)
                    .compare(this, other);
        }
    }

    /**
     * What became of it: the best verdict's points, else how often it was rejected or faulted.
     *
     * @param earned points of the best verdict, or empty if nothing was judged
     * @param codes why hand-ins were not judged: codes of rejections, or {@code faulted}; empty where something was judged
     */
    public record State(Optional<Integer> earned, SortedSet<String> codes) {
        private static final State NOTHING = new State(Optional.empty(), new TreeSet<>());

        private State with(Outcome outcome, int points) {
            if (outcome instanceof Verdict) {
                return new State(
                        Optional.of(earned.map(best -> Math.max(best, points)).orElse(points)), new TreeSet<>());
            }
            if (earned.isPresent()) {
                return this;
            }
            SortedSet<String> more = new TreeSet<>(codes);
            more.add(outcome instanceof Rejected rejected ? rejected.code() : FAULTED);
            return new State(earned, more);
        }
    }

    /**
     * A difference.
     *
     * @param place whose work on which lab
     * @param before in the old grading, empty if there was nothing
     * @param after in the new one, empty if there is nothing
     */
    public record Change(Place place, Optional<State> before, Optional<State> after) {}

    /**
     * What two gradings say.
     *
     * @param changes in the order of learners and labs
     * @param same how many places are as they were
     */
    public record Result(List<Change> changes, int same) {}

    private Diff() {}

    /**
     * Compares two gradings.
     *
     * @param before a folder with results, or a file of rows
     * @param after the same
     * @return what differs
     * @throws RefusedException {@code diff-row} with file and line if a line is no row
     * @throws IOException if a file cannot be read
     */
    public static Result between(Path before, Path after) throws IOException {
        Map<Place, State> old = states(before);
        Map<Place, State> now = states(after);
        SortedSet<Place> places = new TreeSet<>(old.keySet());
        places.addAll(now.keySet());
        List<Change> changes = new ArrayList<>();
        for (Place place : places) {
            Optional<State> was = Optional.ofNullable(old.get(place));
            Optional<State> is = Optional.ofNullable(now.get(place));
            if (!was.equals(is)) {
                changes.add(new Change(place, was, is));
            }
        }
        return new Result(List.copyOf(changes), places.size() - changes.size());
    }

    private static Map<Place, State> states(Path results) throws IOException {
        Path rows = Files.isDirectory(results) ? results.resolve(ClassGrading.ROWS) : results;
        Map<Place, State> states = new TreeMap<>();
        try (BufferedReader in = Files.newBufferedReader(rows, StandardCharsets.UTF_8)) {
            long number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Row row = read(rows, ++number, line);
                Place place = new Place(
                        row.seat().map(seat -> seat.learner()).orElse(""),
                        row.lab().orElse(""),
                        row.seat().map(seat -> seat.issue()).orElse(0));
                states.merge(
                        place,
                        State.NOTHING.with(row.outcome(), row.earned()),
                        (state, one) -> state.with(row.outcome(), row.earned()));
            }
        } catch (java.nio.charset.CharacterCodingException notText) {
            throw new RefusedException(Message.of("diff-row", "file", rows, "line", 0));
        }
        return states;
    }

    private static Row read(Path rows, long number, String line) {
        try {
            return RowJson.read(line);
        } catch (RefusedException noRow) {
            throw new RefusedException(Message.of("diff-row", "file", rows, "line", number));
        }
    }
}
