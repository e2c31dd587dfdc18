package org.quintain.core.contract;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.quintain.core.Criterion;
import org.quintain.core.Lab;
import org.quintain.core.Language;
import org.quintain.core.Mark;
import org.quintain.core.Message;
import org.quintain.core.Outcome;
import org.quintain.core.Param;
import org.quintain.core.Rejected;
import org.quintain.core.Verdict;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Hint;
import org.quintain.core.text.Texts;
import org.quintain.core.wire.RecordShape;
import org.quintain.core.wire.Shapes;

/** Checks that a lab's briefs agree in both languages and have words for what its outcomes say. */
final class BriefCheck {
    private final String id;
    private final Set<String> violations;
    private final Brief english;
    private final Brief french;

    BriefCheck(Lab<?, ?> lab, Set<String> violations) {
        this.id = lab.card().id();
        this.violations = violations;
        this.english = Brief.of(lab, Language.EN);
        this.french = Brief.of(lab, Language.FR);
        Set<String> fields = new TreeSet<>();
        Shapes.answer(lab.answerType()).components().stream()
                .map(RecordShape.Component::name)
                .forEach(fields::add);
        Set<String> criteria = new TreeSet<>();
        lab.card().criteria().stream().map(Criterion::id).forEach(criteria::add);
        Set<String> parameters = new TreeSet<>();
        lab.card().parameters().stream().map(Param::name).forEach(parameters::add);
        requireIds(Brief.Section.ANSWER, fields);
        requireIds(Brief.Section.CRITERIA, criteria);
        requireIds(Brief.Section.PARAMETERS, parameters);
        requireIds(
                Brief.Section.VERDICTS, english.entries(Brief.Section.VERDICTS).keySet());
        for (String key : english.entries(Brief.Section.VERDICTS).keySet()) {
            if (!english.places(key).equals(french.places(key))) {
                fail("the arguments of verdict '" + key + "' are the same in both languages: " + english.places(key)
                        + " and " + french.places(key));
            }
        }
        if (!english.hints().stream()
                .map(Hint::cost)
                .toList()
                .equals(french.hints().stream().map(Hint::cost).toList())) {
            fail("the hints cost the same in both languages");
        }
    }

    private void requireIds(Brief.Section section, Set<String> wanted) {
        for (Brief brief : new Brief[] {english, french}) {
            Set<String> found = new TreeSet<>(brief.entries(section).keySet());
            if (!found.equals(new TreeSet<>(wanted))) {
                fail("the " + brief.language().tag() + " brief has a line under '" + section.heading(brief.language())
                        + "' for each of " + wanted + ": " + found);
            }
        }
    }

    void requireWords(Outcome outcome) {
        if (outcome instanceof Verdict verdict) {
            verdict.marks().stream().map(Mark::why).forEach(this::requireWords);
        } else if (outcome instanceof Rejected rejected) {
            requireWords(rejected.message());
        }
    }

    private void requireWords(Message message) {
        requireWords(
                message,
                english.places(message.key()).or(() -> Texts.core(Language.EN).places(message.key())));
        requireWords(
                message,
                french.places(message.key()).or(() -> Texts.core(Language.FR).places(message.key())));
    }

    private void requireWords(Message message, Optional<Set<String>> places) {
        if (places.isEmpty()) {
            fail("there are words for message '" + message.key() + "'");
        } else if (!message.arguments().keySet().containsAll(places.get())) {
            Map<String, String> arguments = message.arguments();
            fail("message '" + message.key() + "' has the arguments of its words: " + places.get() + " and not "
                    + arguments.keySet());
        }
    }

    private void fail(String rule) {
        violations.add(id + ", briefs: " + rule);
    }
}
