package org.quintain.core.serve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quintain.core.Assurance;
import org.quintain.core.Attachment;
import org.quintain.core.Bytes;
import org.quintain.core.Lab;
import org.quintain.core.Language;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;
import org.quintain.core.Seat;
import org.quintain.core.Stable;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Clean;
import org.quintain.core.wire.FileShape;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;
import org.quintain.core.wire.Links;
import org.quintain.core.wire.RecordShape;
import org.quintain.core.wire.Shapes;
import org.quintain.core.wire.TargetShape;

/**
 * What a learner may hold of an instance: the challenge's data and files, the form of the answer, no secret.
 *
 * @param heading whose and which
 * @param data wire form of the challenge without its targets
 * @param files files that the data names
 * @param answers forms of the answer's fields by name
 */
@Stable
public record Handout(Heading heading, Map<String, Object> data, List<Attachment> files, Map<String, Object> answers) {
    /** The format's name. */
    public static final String FORMAT = "lab-handout/1";

    private static final Set<String> FIELDS = Set.of(
            "format",
            "tenant",
            "course",
            "learner",
            "issue",
            "params",
            "keyId",
            "lab",
            "contentVersion",
            "issueId",
            "assurance",
            "data",
            "files",
            "answers",
            "locale",
            "texts");

    /**
     * Whose handout it is, and of what; a submission echoes it.
     *
     * @param seat whose
     * @param params wire forms of the parameters that differ from their defaults
     * @param keyId public name of the course key
     * @param lab the lab's id
     * @param contentVersion its content version
     * @param issueId public name of the instance
     * @param assurance what a mark rests on
     */
    public record Heading(
            Seat seat,
            SortedMap<String, String> params,
            String keyId,
            String lab,
            int contentVersion,
            String issueId,
            Assurance assurance) {}

    static Handout of(Lab<?, ?> lab, Record challenge, Heading heading) {
        RecordShape shape = Shapes.challenge(lab.challengeType());
        List<Attachment> files = new ArrayList<>();
        Links byName = new Links() {
            @Override
            public String handleOf(Object target, Class<?> type) {
                return "";
            }

            @Override
            public Map<String, Object> linkTo(Attachment file) {
                if (files.stream().anyMatch(other -> other.name().equals(file.name()) && !other.equals(file))) {
                    throw new IllegalArgumentException(
                            "files of different names wanted: lab=" + lab.card().id() + " name=" + file.name());
                }
                if (!files.contains(file)) {
                    files.add(file);
                }
                return Map.of("file", file.name());
            }
        };
        Map<String, Object> data = shape.write(challenge, byName);
        for (RecordShape.Component component : shape.components()) {
            if (component.shape() instanceof TargetShape) {
                data.remove(component.name());
            }
        }
        return new Handout(
                heading,
                data,
                List.copyOf(files),
                Shapes.answer(lab.answerType()).describeFields());
    }

    /**
     * Writes the handout with its texts.
     *
     * @param brief the lab's brief in the learner's language
     * @return indented JSON; hints are not in it, since a platform may charge for them
     */
    public String toJson(Brief brief) {
        Map<String, Object> out = headingFields(FORMAT);
        out.put("assurance", heading.assurance().name());
        out.putAll(content());
        out.put("locale", brief.language().tag());
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("title", brief.title());
        texts.put("situation", brief.text(Brief.Section.SITUATION));
        texts.put("whatYouHold", brief.text(Brief.Section.WHAT_YOU_HOLD));
        texts.put("task", brief.text(Brief.Section.TASK));
        texts.put("answer", new LinkedHashMap<String, Object>(brief.entries(Brief.Section.ANSWER)));
        out.put("texts", texts);
        return Json.writeIndented(out);
    }

    /**
     * What depends on the instance: {@code data}, {@code files} and {@code answers}; golden files hold its checksum.
     *
     * @return the three fields
     */
    public Map<String, Object> content() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("data", data);
        List<Object> inline = new ArrayList<>();
        files.forEach(file -> inline.add(Links.NONE.linkTo(file)));
        out.put("files", inline);
        out.put("answers", answers);
        return out;
    }

    /**
     * A submission to fill in: the heading, and every field of the answer empty.
     *
     * @return indented JSON of {@code lab-submission/1}
     */
    public String submissionTemplate() {
        Map<String, Object> empty = new LinkedHashMap<>();
        answers.forEach((name, form) -> empty.put(name, blank((Map<?, ?>) form)));
        return submission(empty);
    }

    private static Object blank(Map<?, ?> form) {
        return form.get("type").equals("list") ? List.of() : "";
    }

    /**
     * A submission with an answer.
     *
     * @param answer the answer
     * @return indented JSON of {@code lab-submission/1}
     */
    public String submission(Record answer) {
        return submission(Shapes.answer(answer.getClass()).write(answer, Links.NONE));
    }

    /**
     * A submission with answers that are trees already, for example typed ones.
     *
     * @param answerFields plain JSON trees by name; whoever grades them checks their form
     * @return indented JSON of {@code lab-submission/1}
     */
    public String submission(Map<String, Object> answerFields) {
        Map<String, Object> out = headingFields("lab-submission/1");
        out.put("answers", answerFields);
        return Json.writeIndented(out);
    }

    private Map<String, Object> headingFields(String format) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("format", format);
        out.put("tenant", heading.seat().tenant());
        out.put("course", heading.seat().course());
        out.put("learner", heading.seat().learner());
        out.put("issue", (long) heading.seat().issue());
        out.put("params", new LinkedHashMap<String, Object>(heading.params()));
        out.put("keyId", heading.keyId());
        out.put("lab", heading.lab());
        out.put("contentVersion", (long) heading.contentVersion());
        out.put("issueId", heading.issueId());
        return out;
    }

    /**
     * Reads a handout, as a learner's own program would.
     *
     * @param json UTF-8 of {@code lab-handout/1}
     * @return the handout
     * @throws RefusedException if it is not of this format
     */
    @SuppressWarnings("unchecked")
    public static Handout read(Bytes json) {
        Map<String, Object> fields = Json.parseObject(json, Limits.OWN_FILE);
        if (!FORMAT.equals(fields.get("format"))) {
            throw new RefusedException(Message.of(
                    "format", "expected", FORMAT, "found", Clean.line(String.valueOf(fields.get("format")), 40)));
        }
        for (String name : fields.keySet()) {
            if (!FIELDS.contains(name)) {
                throw new RefusedException(Message.of("value-unknown", "name", Clean.line(name, 40)));
            }
        }
        try {
            SortedMap<String, String> params = new TreeMap<>();
            ((Map<String, Object>) fields.get("params")).forEach((name, value) -> params.put(name, (String) value));
            Heading heading = new Heading(
                    new Seat(
                            (String) fields.get("tenant"),
                            (String) fields.get("course"),
                            (String) fields.get("learner"),
                            Math.toIntExact((Long) fields.get("issue"))),
                    params,
                    text(fields, "keyId"),
                    text(fields, "lab"),
                    Math.toIntExact((Long) fields.get("contentVersion")),
                    text(fields, "issueId"),
                    Assurance.valueOf((String) fields.get("assurance")));
            FileShape any = new FileShape(0, Integer.MAX_VALUE);
            List<Attachment> files = ((List<Object>) fields.get("files"))
                    .stream()
                            .map(file -> (Attachment) any.read(file, "files", Links.NONE))
                            .toList();
            return new Handout(
                    heading,
                    Objects.requireNonNull((Map<String, Object>) fields.get("data")),
                    files,
                    Objects.requireNonNull((Map<String, Object>) fields.get("answers")));
        } catch (RefusedException badFile) {
            throw badFile;
        } catch (ClassCastException | NullPointerException | ArithmeticException | IllegalArgumentException otherForm) {
            throw new RefusedException(Message.of("format", "expected", FORMAT, "found", "?"));
        }
    }

    private static String text(Map<String, Object> fields, String name) {
        return Objects.requireNonNull((String) fields.get(name));
    }

    /**
     * The challenge, for a lab whose answer comes from the handout alone; calling a target of it fails.
     *
     * @param challengeType the challenge's record class
     * @param <C> type of the challenge
     * @return the challenge
     */
    public <C extends Record> C challenge(Class<C> challengeType) {
        return challenge(challengeType, line -> {
            throw new IllegalStateException("a served target wanted: lab=" + heading.lab());
        });
    }

    /**
     * The challenge with its targets behind a transport.
     *
     * @param challengeType the challenge's record class
     * @param targets carries the calls to a {@link Session#call}
     * @param <C> type of the challenge
     * @return the challenge
     */
    public <C extends Record> C challenge(Class<C> challengeType, Transport targets) {
        return Remote.bind(challengeType, data, files, targets);
    }

    /**
     * The language whose brief fits a tag, for callers that hold the lab.
     *
     * @param lab the lab
     * @param language the language
     * @return indented JSON as {@link #toJson(Brief)}
     */
    public String toJson(Lab<?, ?> lab, Language language) {
        return toJson(Brief.of(lab, language));
    }
}
