package org.quintain.app.issue;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quintain.app.handin.AnswerSheet;
import org.quintain.core.Assurance;
import org.quintain.core.Bytes;
import org.quintain.core.Lab;
import org.quintain.core.Language;
import org.quintain.core.Level;
import org.quintain.core.grade.Learner;
import org.quintain.core.serve.Handout;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Brief.Section;
import org.quintain.core.text.Clean;
import org.quintain.core.text.Hint;
import org.quintain.core.text.Texts;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;
import org.quintain.core.wire.Shapes;
import org.quintain.core.wire.TargetShape;

/**
 * {@code brief.html} or {@code consigne.html}: everything a learner needs for a lab on one page that works without a
 * network, with a form whose button saves the hand-in; printed, it is a sheet to write on.
 */
public final class LearnerPage {
    private static final Map<Language, Texts> TEXTS = new EnumMap<>(Map.of(
            Language.EN, Texts.load(LearnerPage.class, "page.en.properties"),
            Language.FR, Texts.load(LearnerPage.class, "page.fr.properties")));

    private final Lab<?, ?> lab;
    private final Brief brief;
    private final Handout handout;
    private final Learner learner;
    private final Texts texts;
    private final List<PageField> fields;

    private LearnerPage(Lab<?, ?> lab, Brief brief, Handout handout, Learner learner) {
        this.lab = lab;
        this.brief = brief;
        this.handout = handout;
        this.learner = learner;
        this.texts = TEXTS.get(brief.language());
        this.fields = PageField.of(handout.answers(), brief);
    }

    /**
     * The page's name.
     *
     * @param language the learner's
     * @return {@code brief.html} or {@code consigne.html}
     */
    public static String fileName(Language language) {
        return language == Language.FR ? "consigne.html" : "brief.html";
    }

    /**
     * Writes a page.
     *
     * @param lab the lab
     * @param brief its brief in the learner's language
     * @param handout the learner's handout
     * @param learner whose name stands on top
     * @return HTML
     */
    public static String of(Lab<?, ?> lab, Brief brief, Handout handout, Learner learner) {
        StringOutput page = new StringOutput();
        JtepageGenerated.render(new OwaspHtmlTemplateOutput(page), null, new LearnerPage(lab, brief, handout, learner));
        return page.toString();
    }

    String language() {
        return brief.language().tag();
    }

    String title() {
        return brief.title();
    }

    /** Words; pupils are spoken to otherwise if there are words for them. */
    String say(String key, Object... namesAndValues) {
        boolean isForPupils = lab.card().levels().get(0) == Level.PUPIL
                && texts.places(key + "-pupil").isPresent();
        return texts.say(isForPupils ? key + "-pupil" : key, namesAndValues);
    }

    /** Words in which backticks enclose code, as markup. */
    String markup(String key, Object... namesAndValues) {
        return PageMarkdown.inline(say(key, namesAndValues));
    }

    String heading(Section section) {
        return section.heading(brief.language());
    }

    String section(Section section) {
        return PageMarkdown.blocks(brief.text(section));
    }

    String learner() {
        String id = handout.heading().seat().learner();
        String name = learner.name().isBlank() || learner.name().equals(id) ? id : learner.name() + " (" + id + ")";
        return Clean.line(learner.group().isBlank() ? name : name + ", " + learner.group(), 200);
    }

    String instance() {
        Handout.Heading heading = handout.heading();
        return say(
                "page-instance",
                "course",
                Clean.line(heading.seat().course(), 200),
                "lab",
                heading.lab(),
                "instance",
                heading.issueId());
    }

    List<PageValue> values() {
        return PageValue.of(handout.data());
    }

    List<PageField> fields() {
        return fields;
    }

    List<Hint> hints() {
        return brief.hints();
    }

    String hint(Hint hint) {
        return PageMarkdown.blocks(hint.text());
    }

    boolean hasTarget() {
        return Shapes.challenge(lab.challengeType()).components().stream()
                .anyMatch(component -> component.shape() instanceof TargetShape);
    }

    boolean isRecorded() {
        return lab.card().assurance() == Assurance.SERVED_TARGET;
    }

    /** What starts a target of the same kind to train on. */
    String command(String verb) {
        String params = handout.heading().params().entrySet().stream()
                .map(param -> " --param " + param.getKey() + "=" + param.getValue())
                .collect(Collectors.joining());
        return "quintain " + verb + " " + handout.heading().lab() + params;
    }

    String sheet() {
        return AnswerSheet.fileName(brief.language());
    }

    /** What the script needs, as JSON in which nothing can end the element. */
    String data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("template", Json.parseObject(Bytes.utf8(handout.submissionTemplate()), Limits.SUBMISSION));
        data.put("fields", fields.stream().<Object>map(PageField::describe).toList());
        return Json.write(data)
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
