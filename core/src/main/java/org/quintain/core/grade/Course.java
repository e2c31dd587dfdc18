package org.quintain.core.grade;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quintain.core.Bytes;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;
import org.quintain.core.Seat;
import org.quintain.core.Stable;
import org.quintain.core.text.Clean;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;

/**
 * The teacher's plan, {@code course.json}: which labs, and who is in the course. Holds no key and no secret.
 *
 * @param tenant the institution
 * @param id the course
 * @param keyId public name of the course key that issued it, so that a wrong key is noticed before any row
 * @param assignments which labs with which parameters
 * @param roster who is in the course; empty admits everybody
 */
@Stable
public record Course(String tenant, String id, String keyId, List<Assignment> assignments, List<Learner> roster) {
    /** The format's name. */
    public static final String FORMAT = "lab-course/1";

    private static final Set<String> FIELDS = Set.of("format", "tenant", "course", "keyId", "assignments", "roster");
    private static final Set<String> ASSIGNMENT_FIELDS = Set.of("lab", "issue", "params");
    private static final Set<String> LEARNER_FIELDS = Set.of("learner", "name", "email", "group", "locale");

    /** Normalises the names as a seat does, copies the lists and refuses a lab or a learner that is in them twice. */
    public Course {
        Objects.requireNonNull(keyId, "keyId");
        tenant = Seat.clean("tenant", tenant);
        id = Seat.clean("course", id);
        assignments = List.copyOf(assignments);
        roster = List.copyOf(roster);
        Set<String> seen = new HashSet<>();
        for (Assignment assignment : assignments) {
            if (!seen.add(assignment.labId() + " " + assignment.issue())) {
                throw new IllegalArgumentException(
                        "each lab and issue once wanted: lab=" + assignment.labId() + " issue=" + assignment.issue());
            }
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < roster.size(); i++) {
            if (!ids.add(roster.get(i).id())) {
                // The place and not the id: an exception's text may end in a log.
                throw new IllegalArgumentException("each learner once wanted: roster entry " + (i + 1));
            }
        }
    }

    /**
     * Writes the plan.
     *
     * @return indented JSON
     */
    public String toJson() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("format", FORMAT);
        out.put("tenant", tenant);
        out.put("course", id);
        out.put("keyId", keyId);
        List<Object> labs = new ArrayList<>();
        for (Assignment assignment : assignments) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("lab", assignment.labId());
            one.put("issue", (long) assignment.issue());
            one.put("params", new LinkedHashMap<String, Object>(assignment.params()));
            labs.add(one);
        }
        out.put("assignments", labs);
        List<Object> people = new ArrayList<>();
        for (Learner learner : roster) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("learner", learner.id());
            one.put("name", learner.name());
            one.put("email", learner.email());
            one.put("group", learner.group());
            one.put("locale", learner.locale());
            people.add(one);
        }
        out.put("roster", people);
        return Json.writeIndented(out);
    }

    /**
     * Reads a plan.
     *
     * @param json UTF-8 of {@code lab-course/1}
     * @return the plan
     * @throws RefusedException {@code course-form}, {@code course-value} or a {@code json-…} key if it is not of this format
     */
    public static Course read(Bytes json) {
        Map<String, Object> fields = Json.parseObject(json, Limits.OWN_FILE);
        if (!FORMAT.equals(fields.get("format"))) {
            throw new RefusedException(Message.of(
                    "format", "expected", FORMAT, "found", Clean.line(String.valueOf(fields.get("format")), 40)));
        }
        refuseUnknown(fields, FIELDS);
        try {
            return new Course(
                    (String) fields.get("tenant"),
                    (String) fields.get("course"),
                    (String) fields.get("keyId"),
                    ((List<?>) fields.get("assignments"))
                            .stream().map(one -> assignment((Map<?, ?>) one)).toList(),
                    ((List<?>) fields.get("roster"))
                            .stream().map(one -> learner((Map<?, ?>) one)).toList());
        } catch (ClassCastException | NullPointerException | ArithmeticException otherForm) {
            throw new RefusedException(Message.of("course-form"));
        } catch (RefusedException refused) {
            throw refused;
        } catch (IllegalArgumentException badValue) {
            throw new RefusedException(Message.of("course-value", "why", Clean.line(badValue.getMessage(), 120)));
        }
    }

    private static void refuseUnknown(Map<?, ?> fields, Set<String> known) {
        for (Object name : fields.keySet()) {
            if (!known.contains(name)) {
                throw new RefusedException(Message.of("value-unknown", "name", Clean.line((String) name, 40)));
            }
        }
    }

    private static Assignment assignment(Map<?, ?> fields) {
        refuseUnknown(fields, ASSIGNMENT_FIELDS);
        SortedMap<String, String> params = new TreeMap<>();
        ((Map<?, ?>) fields.get("params")).forEach((name, value) -> params.put((String) name, (String) value));
        return new Assignment((String) fields.get("lab"), Math.toIntExact((Long) fields.get("issue")), params);
    }

    private static Learner learner(Map<?, ?> fields) {
        refuseUnknown(fields, LEARNER_FIELDS);
        return new Learner(
                (String) fields.get("learner"),
                text(fields, "name"),
                text(fields, "email"),
                text(fields, "group"),
                text(fields, "locale"));
    }

    private static String text(Map<?, ?> fields, String name) {
        Object value = fields.get(name);
        return value == null ? "" : (String) value;
    }
}
