package org.quintain.app.grade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quintain.app.handin.HandIns;
import org.quintain.core.Catalog;
import org.quintain.core.Faulted;
import org.quintain.core.Rejected;
import org.quintain.core.Verdict;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Gradebook;
import org.quintain.core.grade.Learner;
import org.quintain.core.grade.Row;

/**
 * What a class handed in and earned, as the rows pass by.
 *
 * <p>Memory: the best row of each learner and assignment, the first {@value #MAX_LISTED} rejected and faulted rows and
 * skipped files; the rest is counted, and stands in {@code rows.jsonl}.
 */
public final class Results {
    /** The most rows of a kind that are kept for reading. */
    public static final int MAX_LISTED = 2000;

    /** What became of a learner's work on a lab. */
    public enum State {
        /** At least one hand-in was judged. */
        JUDGED,
        /** Everything that was handed in was rejected or faulted. */
        NOT_JUDGED,
        /** Nothing was handed in. */
        MISSING
    }

    /** A file that is no hand-in, and why. */
    record Skipped(String origin, HandIns.Why why) {}

    private final Course course;
    private final Gradebook gradebook;
    private final Optional<Instant> until;
    private final SmallRows small = new SmallRows();
    private final Places places;
    private final UntouchedFolders templates = new UntouchedFolders();
    private final Set<String> seen = new HashSet<>();
    private final List<Row> rejected = new ArrayList<>();
    private final List<Row> faulted = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final SortedMap<String, Integer> countByCode = new TreeMap<>();
    private int handIns;
    private int verdicts;
    private int rejections;
    private int faults;
    private int skips;
    private int lates;
    private long recalled;
    private List<Suspicion> identical = List.of();
    private ClassReplays.Written replays = ClassReplays.Written.NONE;

    Results(Course course, Catalog labs, Optional<Instant> until) {
        this.course = course;
        this.gradebook = new Gradebook(course, labs);
        this.until = until;
        this.places = new Places(course);
    }

    /**
     * Takes a row into account.
     *
     * @param whole the row as it is to be shown
     * @param origin where the hand-in really lies
     */
    void add(Row whole, String origin) {
        Row row = small.of(whole);
        handIns++;
        templates.handIn(origin);
        gradebook.add(row);
        lates += isLate(row) ? 1 : 0;
        row.seat().ifPresent(seat -> seen.add(seat.learner()));
        if (row.outcome() instanceof Verdict) {
            verdicts++;
            places.judged(row);
            return;
        }
        places.notJudged(row, origin);
        if (row.outcome() instanceof Rejected why) {
            rejections++;
            countByCode.merge(why.code(), 1, Integer::sum);
            keep(rejected, row);
        } else if (row.outcome() instanceof Faulted) {
            faults++;
            keep(faulted, row);
        }
    }

    /** A template as it was issued; its folder counts once, and not at all if a hand-in lies there, too. */
    void addUntouched(String origin) {
        templates.template(origin);
    }

    void addSkipped(String origin, HandIns.Why why) {
        skips++;
        keep(skipped, new Skipped(origin, why));
    }

    private static <T> void keep(List<T> list, T what) {
        if (list.size() < MAX_LISTED) {
            list.add(what);
        }
    }

    /**
     * The plan.
     *
     * @return as it was graded
     */
    public Course course() {
        return course;
    }

    /**
     * The rows that count.
     *
     * @return best judged rows and totals
     */
    public Gradebook gradebook() {
        return gradebook;
    }

    /**
     * What became of a learner's work on a lab.
     *
     * @param learner who
     * @param assignment which lab
     * @return judged, not judged or missing
     */
    public State state(Learner learner, Assignment assignment) {
        return places.state(learner, assignment);
    }

    /**
     * How many hand-ins were judged.
     *
     * @param learner who
     * @param assignment which lab
     * @return 0 or more
     */
    public int judged(Learner learner, Assignment assignment) {
        return places.judged(learner, assignment);
    }

    /**
     * Until when hand-ins were wanted.
     *
     * @return the last moment, or empty if the teacher named none
     */
    public Optional<Instant> until() {
        return until;
    }

    /**
     * Whether a hand-in came late; that is said, and takes no points.
     *
     * @param row the hand-in's row
     * @return true if it is known to have come after {@link #until}
     */
    public boolean isLate(Row row) {
        return until.isPresent()
                && row.receivedAt().map(at -> at.isAfter(until.get())).orElse(false);
    }

    void recalled(long rows) {
        recalled = rows;
    }

    void identical(List<Suspicion> found) {
        identical = List.copyOf(found);
    }

    /**
     * Rows that an earlier run, which did not end, had given already.
     *
     * @return their number
     */
    public long recalled() {
        return recalled;
    }

    /**
     * Answers that different learners have in common though chance cannot explain it.
     *
     * @return what is to be checked by a person
     */
    public List<Suspicion> identical() {
        return identical;
    }

    /**
     * Late hand-ins.
     *
     * @return their number, judged or not
     */
    public int lates() {
        return lates;
    }

    /**
     * Rejected hand-ins.
     *
     * @return the first {@link #MAX_LISTED}, in the order of the rows
     */
    public List<Row> rejected() {
        return List.copyOf(rejected);
    }

    /**
     * Hand-ins that our own failure kept from being judged.
     *
     * @return the first {@link #MAX_LISTED}, in the order of the rows
     */
    public List<Row> faulted() {
        return List.copyOf(faulted);
    }

    /**
     * How many hand-ins were rejected for which reason.
     *
     * @return counts by code
     */
    public SortedMap<String, Integer> countByCode() {
        return new TreeMap<>(countByCode);
    }

    /**
     * Learners of the roster from whom nothing came that could be told to be theirs.
     *
     * @return in the roster's order
     */
    public List<Learner> missing() {
        return course.roster().stream()
                .filter(learner -> !seen.contains(learner.id()))
                .toList();
    }

    /**
     * The first files that were not looked at.
     *
     * @param count how many at most
     * @return the reasons {@code link}, {@code other} and {@code depth} by path, in order
     */
    public Map<String, String> skippedFirst(int count) {
        Map<String, String> first = new LinkedHashMap<>();
        skipped.stream()
                .limit(count)
                .forEach(one -> first.put(one.origin(), one.why().name().toLowerCase(Locale.ROOT)));
        return first;
    }

    /**
     * All rows.
     *
     * @return their number
     */
    public int handIns() {
        return handIns;
    }

    /**
     * Judged rows.
     *
     * @return their number
     */
    public int verdicts() {
        return verdicts;
    }

    /**
     * Rejected rows.
     *
     * @return their number
     */
    public int rejections() {
        return rejections;
    }

    /**
     * Faulted rows.
     *
     * @return their number
     */
    public int faults() {
        return faults;
    }

    /**
     * Folders in which nothing was filled in: the templates are as they were issued.
     *
     * @return their number; they are no hand-ins
     */
    public int untouched() {
        return templates.count();
    }

    /**
     * Files and links that are no hand-ins.
     *
     * @return their number
     */
    public int skips() {
        return skips;
    }

    void replays(ClassReplays.Written written) {
        replays = written;
    }

    /**
     * The replays that were written.
     *
     * @return none if they were not asked for
     */
    public ClassReplays.Written replays() {
        return replays;
    }
}
