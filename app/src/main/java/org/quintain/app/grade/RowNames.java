package org.quintain.app.grade;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quintain.core.Message;
import org.quintain.core.Outcome;
import org.quintain.core.Rejected;
import org.quintain.core.Seat;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Learner;
import org.quintain.core.grade.Row;

/** How people are named in the results: as they are, or by pseudonyms that only the key's owner can take back. */
final class RowNames {
    private final CourseKey key;
    private final Course course;
    private final boolean isPseudonymous;
    private long number;
    private long skipped;

    RowNames(CourseKey key, Course course, boolean isPseudonymous) {
        this.key = key;
        this.course = course;
        this.isPseudonymous = isPseudonymous;
    }

    /** The plan as results show it: with pseudonyms, ids stand for people and the rest of their details is left out. */
    Course shown() {
        if (!isPseudonymous) {
            return course;
        }
        return new Course(
                course.tenant(),
                course.id(),
                course.keyId(),
                course.assignments(),
                course.roster().stream()
                        .map(one -> new Learner(name(one.id()), "", "", "", one.locale()))
                        // In the roster's order, the class list would give them away.
                        .sorted(java.util.Comparator.comparing(Learner::id))
                        .toList());
    }

    /** The next row as results show it; a file's place may hold a name and becomes a number. */
    Row shown(Row row) {
        number++;
        if (!isPseudonymous) {
            return row;
        }
        Optional<Seat> seat =
                row.seat().map(one -> new Seat(one.tenant(), one.course(), name(one.learner()), one.issue()));
        return new Row(
                "hand-in-" + number,
                seat,
                row.lab(),
                row.contentVersion(),
                row.issueId(),
                shown(row.outcome()),
                row.earned(),
                row.max(),
                row.hintCost(),
                row.submissionSha256(),
                row.checkerVersion(),
                row.receivedAt(),
                row.usage(),
                row.answerDigest());
    }

    /** Why a hand-in was rejected may quote it, a name in it too; numbers and places in a file stay. */
    private static Outcome shown(Outcome outcome) {
        if (!(outcome instanceof Rejected rejected)) {
            return outcome;
        }
        SortedMap<String, String> arguments = new TreeMap<>(rejected.message().arguments());
        arguments.replaceAll(
                (name, value) -> isOwnWord(name) || value.chars().noneMatch(Character::isLetter) ? value : "…");
        return new Rejected(rejected.code(), new Message(rejected.message().key(), arguments));
    }

    /** Arguments whose words are Quintain's or a lab's own. */
    private static boolean isOwnWord(String argument) {
        return argument.equals("at") || argument.endsWith("-kind");
    }

    /** A file's place as results show it; it may hold a name. */
    String shownOrigin(String origin) {
        skipped++;
        return isPseudonymous ? "file-" + skipped : origin;
    }

    private String name(String learner) {
        return key.pseudonym(course.tenant(), course.id(), learner);
    }
}
