package org.quintain.app.forms;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.quintain.core.Language;
import org.quintain.core.text.Texts;

/** What a field of an answer takes, in words for the one who types it; code stands between backticks. */
public final class FormWords {
    private static final Map<Language, FormWords> WORDS = new EnumMap<>(Map.of(
            Language.EN, new FormWords(Texts.load(FormWords.class, "forms.en.properties")),
            Language.FR, new FormWords(Texts.load(FormWords.class, "forms.fr.properties"))));

    private final Texts texts;

    private FormWords(Texts texts) {
        this.texts = texts;
    }

    /**
     * The words of a language.
     *
     * @param language which
     * @return its words
     */
    public static FormWords in(Language language) {
        return WORDS.get(language);
    }

    /**
     * A form as a sentence.
     *
     * @param form as a handout describes it under {@code answers}
     * @return ends in a full stop
     */
    public String sentence(Map<?, ?> form) {
        return sentence(words(form));
    }

    /**
     * Words as a sentence.
     *
     * @param words any text
     * @return begins with a capital letter and ends in a full stop, unless it ends like a sentence already
     */
    public static String sentence(String words) {
        if (words.isEmpty()) {
            return words;
        }
        int second = words.offsetByCodePoints(0, 1);
        boolean isEnded = words.matches("(?s).*[.!?»]");
        return words.substring(0, second).toUpperCase(Locale.ROOT) + words.substring(second) + (isEnded ? "" : ".");
    }

    /**
     * A form as a sentence for the one who has to write it as JSON.
     *
     * @param form as for {@link #sentence}
     * @return ends in a full stop
     */
    public String json(Map<?, ?> form) {
        return texts.say("form-json") + words(form) + ".";
    }

    private String words(Map<?, ?> form) {
        String type = String.valueOf(form.get("type"));
        String words = switch (type) {
            case "choice" -> texts.say("form-choice", "of", join((List<?>) form.get("of")));
            case "integer" -> texts.say("form-integer", "min", form.get("min"), "max", form.get("max"));
            case "list" -> sized(form, "list") + texts.say("form-each") + words((Map<?, ?>) form.get("of"));
            case "record" ->
                texts.say("form-record")
                        + ((Map<?, ?>) form.get("fields"))
                                .entrySet().stream()
                                        .map(field -> "`" + field.getKey() + "` (" + words((Map<?, ?>) field.getValue())
                                                + ")")
                                        .collect(Collectors.joining(", "));
            case "boolean" -> texts.say("form-boolean");
            default -> sized(form, type);
        };
        return Boolean.TRUE.equals(form.get("optional")) ? words + texts.say("form-optional") : words;
    }

    private String sized(Map<?, ?> form, String type) {
        Object min = form.get("min");
        Object max = form.get("max");
        if (max == null) {
            return texts.say("form-" + type);
        }
        String key = "form-" + type + "-max";
        return min == null || texts.places(key + "-min").isEmpty()
                ? texts.say(key, "max", max)
                : texts.say(key + "-min", "min", min, "max", max);
    }

    private static String join(List<?> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }
}
