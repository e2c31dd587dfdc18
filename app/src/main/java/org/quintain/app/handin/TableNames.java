package org.quintain.app.handin;

import static org.quintain.app.handin.TableReader.refused;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quintain.app.files.Folded;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.Language;
import org.quintain.core.Seat;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Learner;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Clean;

/** What people and labs are called in a class table. */
final class TableNames {
    private static final int SHOWN = 60;

    private final Course course;
    private final Map<String, String> learnerById = new HashMap<>();
    private final Map<String, Set<String>> learnersByName = new HashMap<>();
    private final Map<String, Set<String>> labsByName = new HashMap<>();

    TableNames(Course course, Catalog labs) {
        this.course = course;
        for (Learner learner : course.roster()) {
            learnerById.put(learner.id(), learner.id());
            for (String name : List.of(learner.id(), learner.name(), learner.email())) {
                add(learnersByName, words(name), learner.id());
            }
        }
        for (Assignment assignment : course.assignments()) {
            String id = assignment.labId();
            add(labsByName, words(id), id);
            add(labsByName, words(id.substring(id.indexOf('.') + 1)), id);
            labs.find(id).ifPresent(lab -> addTitles(lab, id));
        }
    }

    private void addTitles(Lab<?, ?> lab, String id) {
        for (Language language : Language.values()) {
            add(labsByName, words(Brief.of(lab, language).title()), id);
        }
    }

    private static void add(Map<String, Set<String>> names, String name, String id) {
        if (!name.isEmpty()) {
            names.computeIfAbsent(name, key -> new TreeSet<>()).add(id);
        }
    }

    /** Without case, accents and order of words. */
    private static String words(String name) {
        return Arrays.stream(Folded.of(name).toLowerCase(Locale.ROOT).split("[\\s\\p{Z},]+"))
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** The id of a learner of the roster, or the id as typed if the course has no roster. */
    String learner(String typed) {
        String id = clean(typed);
        if (course.roster().isEmpty() && !id.isEmpty()) {
            return id;
        }
        if (learnerById.containsKey(id)) {
            return id;
        }
        Set<String> known = learnersByName.getOrDefault(words(typed), Set.of());
        if (known.size() > 1) {
            throw refused(
                    "table-learner-many", "found", Clean.line(typed, SHOWN), "expected", String.join(", ", known));
        }
        return known.stream()
                .findFirst()
                .orElseThrow(() -> refused("table-learner", "found", Clean.line(typed, SHOWN)));
    }

    private static String clean(String typed) {
        try {
            return Seat.clean("learner", typed);
        } catch (IllegalArgumentException noId) {
            return "";
        }
    }

    /** What the plan asks for under a name of the lab or a number in the plan. */
    Assignment assignment(String lab, String issue) {
        List<Assignment> plan = course.assignments();
        if (lab.matches("[0-9]{1,3}") && Integer.parseInt(lab) >= 1 && Integer.parseInt(lab) <= plan.size()) {
            Assignment numbered = plan.get(Integer.parseInt(lab) - 1);
            if (issue.isEmpty() || issue.equals(Integer.toString(numbered.issue()))) {
                return numbered;
            }
        }
        Set<String> ids = labsByName.getOrDefault(words(lab), Set.of());
        if (ids.size() != 1) {
            throw refused(
                    "table-lab",
                    "found",
                    Clean.line(lab, SHOWN),
                    "expected",
                    plan.stream().map(Assignment::labId).collect(Collectors.toCollection(LinkedHashSet::new)).stream()
                            .collect(Collectors.joining(", ")));
        }
        List<Assignment> issues = plan.stream()
                .filter(assignment -> ids.contains(assignment.labId()))
                .filter(assignment -> issue.isEmpty() || issue.equals(Integer.toString(assignment.issue())))
                .toList();
        if (issues.size() != 1) {
            throw refused("table-issue", "found", Clean.line(issue, SHOWN), "expected", issuesOf(ids));
        }
        return issues.get(0);
    }

    private String issuesOf(Set<String> ids) {
        return course.assignments().stream()
                .filter(assignment -> ids.contains(assignment.labId()))
                .map(assignment -> Integer.toString(assignment.issue()))
                .collect(Collectors.joining(", "));
    }
}
