package org.quintain.app.grade;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quintain.app.issue.FolderNames;
import org.quintain.core.Seat;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Learner;
import org.quintain.core.grade.Row;

/** What became of each learner's work on each lab of the plan. */
final class Places {
    private record Place(String learner, String labId, int issue) {
        static Place of(Learner learner, Assignment assignment) {
            return new Place(learner.id(), assignment.labId(), assignment.issue());
        }
    }

    private final Course course;
    private final Map<Place, Integer> judged = new HashMap<>();
    private final Set<Place> notJudged = new HashSet<>();

    Places(Course course) {
        this.course = course;
    }

    void judged(Row row) {
        bySeat(row).ifPresent(at -> judged.merge(at, 1, Integer::sum));
    }

    /** A file that could not be understood still lies in the folder of a lab. */
    void notJudged(Row row, String origin) {
        byFolder(row, origin).or(() -> bySeat(row)).ifPresent(notJudged::add);
    }

    Results.State state(Learner learner, Assignment assignment) {
        Place place = Place.of(learner, assignment);
        if (judged.containsKey(place)) {
            return Results.State.JUDGED;
        }
        return notJudged.contains(place) ? Results.State.NOT_JUDGED : Results.State.MISSING;
    }

    int judged(Learner learner, Assignment assignment) {
        return judged.getOrDefault(Place.of(learner, assignment), 0);
    }

    private static Optional<Place> bySeat(Row row) {
        if (row.seat().isEmpty() || row.lab().isEmpty()) {
            return Optional.empty();
        }
        Seat seat = row.seat().get();
        return Optional.of(new Place(seat.learner(), row.lab().get(), seat.issue()));
    }

    private Optional<Place> byFolder(Row row, String origin) {
        List<String> folders = List.of(origin.split("/"));
        return row.seat()
                .flatMap(seat -> course.assignments().stream()
                        .filter(assignment -> folders.contains(FolderNames.of(assignment)))
                        .findFirst()
                        .map(assignment -> new Place(seat.learner(), assignment.labId(), assignment.issue())));
    }
}
