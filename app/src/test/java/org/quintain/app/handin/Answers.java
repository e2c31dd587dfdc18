package org.quintain.app.handin;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.Language;
import org.quintain.core.Level;
import org.quintain.core.Params;
import org.quintain.core.Seat;
import org.quintain.core.contract.Reference;
import org.quintain.core.serve.Handout;
import org.quintain.core.serve.Issuer;
import org.quintain.core.serve.Session;
import org.quintain.core.text.Brief;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;
import org.quintain.solutions.ReferenceAttacks;

/** Right answers of all labs, as records and as people would type them. */
public final class Answers {
    public static final Bytes KEY = Bytes.ofHex("00112233445566778899aabbccddeeff102132435465768798a9bacbdcedfe0f");
    public static final Catalog LABS = Catalog.installed();

    private Answers() {}

    public static Seat seat(int number) {
        return new Seat("lycée", "c 1", "Zoë " + number, 1 + number % 2);
    }

    public static List<Reference<?, ?>> references() {
        return new ReferenceAttacks().all();
    }

    public static Handout handout(Lab<?, ?> lab, int seat) {
        try (Issuer issuer = Issuer.open(KEY, LABS)) {
            return issuer.handout(seat(seat), lab, params(lab));
        }
    }

    /** One lab language or size other than by default, so that parameters travel too. */
    public static Params params(Lab<?, ?> lab) {
        boolean isInLanguages =
                lab.card().parameters().stream().anyMatch(param -> param.name().equals("language"));
        return isInLanguages ? Params.parse(lab.card(), Map.of("language", "fr")) : Params.none();
    }

    public static <C extends Record, A extends Record> String rightSubmission(Reference<C, A> reference, int seat) {
        try (Issuer issuer = Issuer.open(KEY, LABS)) {
            Session<C, A> session = issuer.open(seat(seat), reference.lab(), params(reference.lab()));
            A answer = reference.run(session.challenge());
            return handout(reference.lab(), seat).submission(answer);
        }
    }

    public static Map<String, Object> parse(String json) {
        return Json.parseObject(Bytes.utf8(json), Limits.SUBMISSION);
    }

    public static Map<?, ?> answersOf(String submission) {
        return (Map<?, ?>) parse(submission).get("answers");
    }

    /** A value as a person types it; records and lists of them are pasted as JSON. */
    public static String typed(Object tree) {
        if (tree instanceof List<?> list && list.stream().noneMatch(Map.class::isInstance)) {
            return list.stream().map(Answers::typed).collect(Collectors.joining("\n"));
        }
        return tree instanceof List<?> || tree instanceof Map<?, ?> ? Json.write(tree) : String.valueOf(tree);
    }

    public static String template(Lab<?, ?> lab, int seat, Language language) {
        return AnswerSheet.template(handout(lab, seat), Brief.of(lab, language), Level.PUPIL);
    }

    /** The template with a value behind each key. */
    public static String filled(String template, Map<?, ?> answers) {
        String sheet = template;
        for (Map.Entry<?, ?> answer : answers.entrySet()) {
            String value = typed(answer.getValue()).replace("\n", "\r\n");
            sheet = sheet.replaceFirst(
                    "(?m)^(" + answer.getKey() + "\\h*:) *(?=\r\n)",
                    "$1 " + java.util.regex.Matcher.quoteReplacement(value));
        }
        return sheet;
    }
}
