package org.quintain.app.issue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quintain.core.Language;
import org.quintain.core.serve.Handout;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Clean;
import org.quintain.core.text.Hint;
import org.quintain.core.text.Texts;

/** A lab's brief as one Markdown page for one learner: with the data of the instance, without the verdicts. */
final class BriefPage {
    private static final Map<Language, Texts> TEXTS = new EnumMap<>(Map.of(
            Language.EN, Texts.load(BriefPage.class, "issue.en.properties"),
            Language.FR, Texts.load(BriefPage.class, "issue.fr.properties")));
    private static final int INLINE_CODE_POINTS = 60;

    private final Brief brief;
    private final Handout handout;
    private final Texts texts;
    private final StringBuilder page = new StringBuilder();

    private BriefPage(Brief brief, Handout handout) {
        this.brief = brief;
        this.handout = handout;
        this.texts = TEXTS.get(brief.language());
    }

    /**
     * Writes the page.
     *
     * @param brief the lab's brief in the learner's language
     * @param handout the learner's handout
     * @return Markdown that ends with a line feed
     */
    static String of(Brief brief, Handout handout) {
        return new BriefPage(brief, handout).write();
    }

    private String write() {
        Handout.Heading heading = handout.heading();
        page.append("# ").append(brief.title()).append("\n\n");
        paragraph(texts.say(
                "page-whose",
                "learner",
                escape(heading.seat().learner()),
                "course",
                escape(heading.seat().course()),
                "lab",
                heading.lab(),
                "instance",
                heading.issueId()));
        section(Brief.Section.SITUATION);
        section(Brief.Section.WHAT_YOU_HOLD);
        data();
        section(Brief.Section.TASK);
        answer();
        hints();
        section(Brief.Section.SOURCES);
        return page.toString();
    }

    private void section(Brief.Section section) {
        heading(section);
        paragraph(brief.text(section));
    }

    private void heading(Brief.Section section) {
        page.append("## ").append(section.heading(brief.language())).append("\n\n");
    }

    private void paragraph(String text) {
        page.append(text).append("\n\n");
    }

    private void data() {
        if (handout.data().isEmpty()) {
            return;
        }
        paragraph("### " + texts.say("page-data"));
        handout.data().forEach((name, value) -> item("", "`" + name + "`", value));
        page.append('\n');
    }

    private void item(String margin, String label, Object value) {
        page.append(margin).append("- ").append(label).append(texts.say("page-colon"));
        if (value instanceof Map<?, ?> file && file.size() == 1 && file.get("file") instanceof String name) {
            page.append(texts.say("page-file", "name", LabFolder.fileName(name)))
                    .append('\n');
        } else if (value instanceof Map<?, ?> record) {
            page.append('\n');
            record.forEach((name, field) -> item(margin + "  ", "`" + name + "`", field));
        } else if (value instanceof List<?> list && FlatRecords.isTable(list)) {
            table(margin + "  ", list);
        } else if (value instanceof List<?> list) {
            page.append('\n');
            for (int i = 0; i < list.size(); i++) {
                item(margin + "  ", Integer.toString(i + 1), list.get(i));
            }
        } else {
            literal(margin + "  ", String.valueOf(value));
        }
    }

    private void table(String margin, List<?> records) {
        List<String> columns = FlatRecords.columns(records);
        stripSpaces();
        page.append("\n\n");
        row(margin, columns);
        row(margin, columns.stream().map(column -> "---").toList());
        FlatRecords.rows(records)
                .forEach(cells ->
                        row(margin, cells.stream().map(BriefPage::escape).toList()));
        page.append('\n');
    }

    private void row(String margin, List<String> cells) {
        page.append(margin).append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** A value as it is, so that it can be copied: on the line when short, else in a block of its own. */
    private void literal(String margin, String text) {
        String fence = "`".repeat(longestRun(text) + 1);
        boolean isInline = text.codePointCount(0, text.length()) <= INLINE_CODE_POINTS
                && text.equals(text.strip())
                && !text.isEmpty()
                && text.indexOf('\n') < 0
                && text.indexOf('`') < 0;
        if (isInline) {
            page.append('`').append(text).append("`\n");
            return;
        }
        String block = "`".repeat(Math.max(3, fence.length()));
        stripSpaces();
        page.append("\n\n").append(margin).append(block).append("text\n");
        text.lines().forEach(line -> page.append(margin).append(line).append('\n'));
        page.append(margin).append(block).append('\n');
    }

    private void stripSpaces() {
        while (page.charAt(page.length() - 1) == ' ') {
            page.setLength(page.length() - 1);
        }
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (char c : text.toCharArray()) {
            run = c == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private void answer() {
        heading(Brief.Section.ANSWER);
        paragraph(texts.say("page-answer"));
        Map<String, String> meanings = brief.entries(Brief.Section.ANSWER);
        handout.answers()
                .forEach((name, form) -> page.append("- `")
                        .append(name)
                        .append('`')
                        .append(texts.say("page-colon"))
                        .append(meanings.getOrDefault(name, ""))
                        .append(" (")
                        .append(form((Map<?, ?>) form))
                        .append(")\n"));
        page.append('\n');
    }

    private String form(Map<?, ?> form) {
        String type = String.valueOf(form.get("type"));
        String words = switch (type) {
            case "choice" -> texts.say("form-choice", "of", join((List<?>) form.get("of")));
            case "integer" -> texts.say("form-integer", "min", form.get("min"), "max", form.get("max"));
            case "list" -> sized(form, "list") + texts.say("page-colon") + form((Map<?, ?>) form.get("of"));
            case "record" ->
                ((Map<?, ?>) form.get("fields"))
                        .entrySet().stream()
                                .map(field -> "`" + field.getKey() + "` " + form((Map<?, ?>) field.getValue()))
                                .collect(Collectors.joining(", "));
            case "boolean" -> texts.say("form-boolean");
            default -> sized(form, type);
        };
        return Boolean.TRUE.equals(form.get("optional")) ? words + ", " + texts.say("form-optional") : words;
    }

    private String sized(Map<?, ?> form, String type) {
        Object min = form.get("min");
        Object max = form.get("max");
        if (max == null) {
            return texts.say("form-" + type);
        }
        return texts.say("form-" + type + "-max", "min", min == null ? 0 : min, "max", max);
    }

    private static String join(List<?> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    private void hints() {
        page.append("## ")
                .append(Brief.Section.HINTS.heading(brief.language()))
                .append(' ')
                .append(texts.say("page-hints-free"))
                .append("\n\n");
        for (Hint hint : brief.hints()) {
            page.append(hint.number()).append(". ").append(hint.text()).append('\n');
        }
        page.append('\n');
    }

    /** Names are the learner's or the teacher's: Markdown must not take them for anything else. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        Clean.line(text, 200).codePoints().forEach(c -> {
            if ("\\`*_{}[]<>()#+-.!|&~".indexOf(c) >= 0 && c != '-' && c != '.') {
                escaped.append('\\');
            }
            escaped.appendCodePoint(c);
        });
        return escaped.toString();
    }
}
