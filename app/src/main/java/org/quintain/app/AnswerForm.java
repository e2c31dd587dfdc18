package org.quintain.app;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quintain.core.Lab;
import org.quintain.core.RefusedException;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Brief.Section;
import org.quintain.core.text.Texts;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Links;
import org.quintain.core.wire.ListShape;
import org.quintain.core.wire.OptionalShape;
import org.quintain.core.wire.RecordShape;
import org.quintain.core.wire.Shape;
import org.quintain.core.wire.Shapes;

/** Asks for each field of an answer, and again if its form is wrong. */
final class AnswerForm {
    private static final List<String> CANCEL = List.of("/cancel", "/annuler");

    /** Reads what a person types. */
    @FunctionalInterface
    interface Prompt {
        Optional<String> ask(String prompt) throws IOException;
    }

    private final Lab<?, ?> lab;
    private final Brief brief;
    private final Texts texts;
    private final PrintStream out;
    private final Prompt prompt;

    AnswerForm(Lab<?, ?> lab, Brief brief, Texts texts, PrintStream out, Prompt prompt) {
        this.lab = lab;
        this.brief = brief;
        this.texts = texts;
        this.out = out;
        this.prompt = prompt;
    }

    /**
     * Asks for everything.
     *
     * @return the answers' tree, or empty if the person gave up or the input ended
     */
    Optional<Object> fill() throws IOException {
        Map<String, Object> answers = new LinkedHashMap<>();
        out.println(texts.say("play-answer"));
        for (RecordShape.Component field : Shapes.answer(lab.answerType()).components()) {
            String what = brief.entries(Section.ANSWER).getOrDefault(field.name(), "");
            out.println(PlainText.of(texts.say("play-label", "name", field.name()) + " " + what));
            Optional<Object> tree = field(field);
            if (tree.isEmpty()) {
                return Optional.empty();
            }
            if (tree.get() != Json.NULL) {
                answers.put(field.name(), tree.get());
            }
        }
        return Optional.of(answers);
    }

    private Optional<Object> field(RecordShape.Component field) throws IOException {
        while (true) {
            Optional<List<String>> typed = isLineByLine(field.shape()) ? lines() : line();
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            try {
                Object tree = tree(field.shape(), typed.get());
                field.shape().read(tree, field.name(), Links.NONE);
                return Optional.of(tree);
            } catch (RefusedException badForm) {
                out.println(brief.say(badForm.why()));
            } catch (Failure notUnderstood) {
                out.println(texts.say(notUnderstood.why()));
            }
        }
    }

    private static boolean isLineByLine(Shape shape) {
        return shape instanceof ListShape || shape instanceof OptionalShape optional && isLineByLine(optional.of());
    }

    private static Object tree(Shape shape, List<String> typed) {
        if (shape instanceof ListShape list) {
            List<Object> elements = new ArrayList<>();
            typed.forEach(line -> elements.add(Typed.tree(list.of(), line)));
            return elements;
        }
        if (shape instanceof OptionalShape optional && isLineByLine(optional)) {
            return typed.isEmpty() ? Json.NULL : tree(optional.of(), typed);
        }
        return Typed.tree(shape, typed.get(0));
    }

    private Optional<List<String>> line() throws IOException {
        return prompt.ask("? ")
                .map(String::strip)
                .filter(line -> !CANCEL.contains(line))
                .map(List::of);
    }

    /** One element a line, until an empty line. */
    private Optional<List<String>> lines() throws IOException {
        out.println(texts.say("play-lines"));
        List<String> lines = new ArrayList<>();
        while (true) {
            Optional<List<String>> line = line();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            if (line.get().get(0).isEmpty()) {
                return Optional.of(lines);
            }
            lines.add(line.get().get(0));
        }
    }
}
