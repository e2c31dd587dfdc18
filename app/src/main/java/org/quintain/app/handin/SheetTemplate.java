package org.quintain.app.handin;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quintain.app.forms.FormWords;
import org.quintain.core.Language;
import org.quintain.core.Level;
import org.quintain.core.serve.Handout;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Texts;

/** Writes an empty sheet. */
final class SheetTemplate {
    private static final Map<Language, Texts> TEXTS = new EnumMap<>(Map.of(
            Language.EN, Texts.load(SheetTemplate.class, "sheet.en.properties"),
            Language.FR, Texts.load(SheetTemplate.class, "sheet.fr.properties")));
    private static final int COLUMNS = 88;
    private static final String END = "--- do not change below / ne rien changer dessous ---";

    private final Handout handout;
    private final Brief brief;
    private final Texts texts;
    private final boolean isForPupils;
    private final List<String> lines = new ArrayList<>();

    SheetTemplate(Handout handout, Brief brief, Level level) {
        this.handout = handout;
        this.brief = brief;
        this.texts = TEXTS.get(brief.language());
        this.isForPupils = level == Level.PUPIL;
    }

    String write() {
        comment(brief.title() + " (" + AnswerSheet.FORMAT + ")");
        for (String key : List.of("sheet-write", "sheet-save")) {
            comment(texts.say(isForPupils ? key + "-pupil" : key));
        }
        Map<String, String> meanings = brief.entries(Brief.Section.ANSWER);
        handout.answers().forEach((name, form) -> {
            lines.add("");
            String meaning = FormWords.sentence(meanings.getOrDefault(name, ""));
            comment(plain(meaning + " " + FormWords.in(brief.language()).sentence((Map<?, ?>) form)));
            lines.add(name + texts.say("sheet-colon"));
        });
        lines.add("");
        lines.add(END);
        header();
        lines.add("");
        return "\uFEFF" + String.join("\r\n", lines);
    }

    private void header() {
        Handout.Heading heading = handout.heading();
        Map<String, String> values = Map.of(
                "format", AnswerSheet.FORMAT,
                "tenant", heading.seat().tenant(),
                "course", heading.seat().course(),
                "learner", heading.seat().learner(),
                "issue", Integer.toString(heading.seat().issue()),
                "params", params(heading.params()),
                "keyId", heading.keyId(),
                "lab", heading.lab(),
                "contentVersion", Integer.toString(heading.contentVersion()),
                "issueId", heading.issueId());
        SheetReader.HEADER.forEach(name -> lines.add(name + ": " + values.get(name)));
    }

    private static String params(Map<String, String> params) {
        return params.isEmpty()
                ? "-"
                : params.entrySet().stream()
                        .map(param -> param.getKey() + "=" + param.getValue())
                        .collect(Collectors.joining("; "));
    }

    /** Without the marks of Markdown. */
    private static String plain(String markdown) {
        return markdown.replaceAll("[`*]", "");
    }

    /** Old editors do not wrap lines. */
    private void comment(String text) {
        StringBuilder line = new StringBuilder("#");
        for (String word : text.split("[ \n]+")) {
            if (line.length() > 1 && line.length() + word.length() >= COLUMNS) {
                lines.add(line.toString());
                line = new StringBuilder("#");
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
    }
}
