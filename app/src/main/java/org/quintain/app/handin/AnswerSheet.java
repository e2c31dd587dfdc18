package org.quintain.app.handin;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quintain.app.files.SavedText;
import org.quintain.app.forms.Typing;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.Language;
import org.quintain.core.Level;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;
import org.quintain.core.serve.Handout;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Clean;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;
import org.quintain.core.wire.RecordShape;
import org.quintain.core.wire.Shapes;

/**
 * {@code answer.txt} or {@code reponse.txt}: a plain text of {@code key: value} lines that a learner fills in.
 *
 * <pre>
 * # what to do, what each answer is: lines that begin with # are not read
 * shift: 3
 * plaintext: a value may go on
 *   over several lines
 * --- do not change below / ne rien changer dessous ---
 * format: lab-answer/1
 * learner: … and the rest of the header, in any order
 * </pre>
 *
 * <p>Forgiving in form, strict in meaning: any encoding of Notepad, any line end, blanks around keys and values, any case
 * of keys; but no unknown key, none twice, and a whole header.
 */
public final class AnswerSheet {
    /** The format's name. */
    public static final String FORMAT = "lab-answer/1";

    private AnswerSheet() {}

    /**
     * The name under which a learner gets the sheet.
     *
     * @param language the learner's
     * @return {@code answer.txt} or {@code reponse.txt}
     */
    public static String fileName(Language language) {
        return language == Language.FR ? "reponse.txt" : "answer.txt";
    }

    /**
     * An empty sheet for students and grown-ups.
     *
     * @param handout the learner's handout
     * @param brief the lab's brief in the learner's language
     * @return the sheet, with line ends of Windows so that every editor shows it
     */
    public static String template(Handout handout, Brief brief) {
        return template(handout, brief, Level.LYCEE);
    }

    /**
     * An empty sheet.
     *
     * @param handout the learner's handout
     * @param brief the lab's brief in the learner's language
     * @param level who the lab is for: pupils are spoken to otherwise
     * @return the sheet, with a byte order mark and line ends of Windows so that every editor shows it
     */
    public static String template(Handout handout, Brief brief, Level level) {
        return new SheetTemplate(handout, brief, level).write();
    }

    /**
     * Whether a file is meant as a sheet, however it was saved.
     *
     * @param head the first 4,096 bytes or fewer
     * @return whether it names the format
     */
    public static boolean isOne(byte[] head) {
        return SavedText.beginning(head).toLowerCase(Locale.ROOT).contains("lab-answer/");
    }

    /**
     * A filled-in sheet as a submission.
     *
     * @param content the file, at most the limit of a submission
     * @param labs where the lab's answer form is found
     * @return UTF-8 of {@code lab-submission/1}, or empty if every answer is still empty
     * @throws RefusedException {@code sheet-…} if it is no sheet that can be understood
     */
    public static Optional<Bytes> submission(Bytes content, Catalog labs) {
        int limit = Limits.SUBMISSION.sizeBytes();
        if (content.sizeBytes() > limit) {
            throw refused("sheet-too-large", "limit", limit, "found", content.sizeBytes());
        }
        String text = SavedText.of(content.toArray())
                .orElseThrow(() -> refused("sheet-encoding"))
                .text();
        SheetReader sheet = new SheetReader(text);
        Map<String, Object> fields = sheet.heading();
        String id = (String) fields.get("lab");
        Lab<?, ?> lab = labs.find(id).orElseThrow(() -> refused("sheet-lab", "found", Clean.line(id, 40)));
        Optional<Map<String, Object>> answers = answers(sheet, Shapes.answer(lab.answerType()));
        return answers.map(tree -> {
            fields.put("answers", tree);
            return Bytes.utf8(Json.writeIndented(fields));
        });
    }

    private static Optional<Map<String, Object>> answers(SheetReader sheet, RecordShape shape) {
        Map<String, Object> answers = new LinkedHashMap<>();
        boolean isEmpty = true;
        Map<String, SheetReader.Field> typed = sheet.answers(shape);
        for (RecordShape.Component field : shape.components()) {
            Optional<Object> tree = Optional.ofNullable(typed.get(field.name())).flatMap(value -> tree(field, value));
            isEmpty &= tree.isEmpty();
            tree.or(() -> Typing.blank(field.shape())).ifPresent(value -> answers.put(field.name(), value));
        }
        return isEmpty ? Optional.empty() : Optional.of(answers);
    }

    private static Optional<Object> tree(RecordShape.Component field, SheetReader.Field typed) {
        try {
            return Typing.tree(field.shape(), typed.value());
        } catch (RefusedException why) {
            boolean isFile = why.why().key().equals("typed-file");
            throw refused(isFile ? "sheet-file" : "sheet-json", "line", typed.line(), "name", field.name());
        }
    }

    static RefusedException refused(String key, Object... arguments) {
        return new RefusedException(Message.of(key, arguments));
    }
}
