package org.quintain.core.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quintain.core.Lab;
import org.quintain.core.Language;
import org.quintain.core.Message;

/**
 * Everything that a learner reads about a lab in one language: {@code brief.en.md} or {@code brief.fr.md} beside the
 * lab's class.
 *
 * <p>Markdown with a title and the {@link Section}s as second-level headings, each once and in order. Lists have fixed
 * forms: {@code 1. [cost] text} for hints and {@code - id: text} for answers, criteria, verdicts and parameters; a line
 * indented by two spaces goes on.
 */
public final class Brief {
    /** The sections, in order. */
    public enum Section {
        /** The story. */
        SITUATION("Situation", "Situation"),
        /** What the learner has: the handout's data and the targets. */
        WHAT_YOU_HOLD("What you hold", "Matériel"),
        /** What is to be done. */
        TASK("Task", "Mission"),
        /** One line for each field of the answer. */
        ANSWER("Answer", "Réponse"),
        /** Numbered, each with its cost. */
        HINTS("Hints", "Indices"),
        /** One line for each criterion. */
        CRITERIA("Criteria", "Critères"),
        /** One line for each message key, with the arguments in braces. */
        VERDICTS("Verdicts", "Verdicts"),
        /** One line for each parameter; left out when there is none. */
        PARAMETERS("Parameters", "Paramètres"),
        /** Where it is described. */
        SOURCES("Sources", "Sources");

        private final Map<Language, String> headings = new EnumMap<>(Language.class);

        Section(String english, String french) {
            headings.put(Language.EN, english);
            headings.put(Language.FR, french);
        }

        /**
         * The heading.
         *
         * @param language in which language
         * @return the words behind {@code ## }
         */
        public String heading(Language language) {
            return headings.get(language);
        }
    }

    private static final Pattern HINT = Pattern.compile("([0-9]{1,2})\\. \\[([0-9]{1,3})] (.+)", Pattern.DOTALL);
    private static final Pattern ENTRY = Pattern.compile("- ([A-Za-z0-9-]+): (.+)", Pattern.DOTALL);

    private final Language language;
    private final String title;
    private final Map<Section, String> sections;
    private final List<Hint> hints;
    private final Map<Section, Map<String, String>> entries = new EnumMap<>(Section.class);

    private Brief(Language language, String title, Map<Section, String> sections) {
        this.language = language;
        this.title = title;
        this.sections = sections;
        this.hints = hints(sections.getOrDefault(Section.HINTS, ""));
        for (Section section : List.of(Section.ANSWER, Section.CRITERIA, Section.VERDICTS, Section.PARAMETERS)) {
            entries.put(section, entries(section, sections.getOrDefault(section, "")));
        }
    }

    /**
     * Reads a lab's brief from beside its class.
     *
     * @param lab the lab
     * @param language which language
     * @return the brief
     * @throws IllegalArgumentException if it is missing or has not the fixed form
     */
    public static Brief of(Lab<?, ?> lab, Language language) {
        String name = "brief." + language.tag() + ".md";
        try (InputStream in = lab.getClass().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "a brief wanted: " + name + " beside " + lab.getClass().getName());
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), language);
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }

    /**
     * Reads a brief.
     *
     * @param markdown the text
     * @param language its language
     * @return the brief
     * @throws IllegalArgumentException if it has not the fixed form
     */
    public static Brief parse(String markdown, Language language) {
        String[] parts = markdown.replace("\r\n", "\n").split("(?m)^## ");
        String title = parts[0].strip();
        if (!title.startsWith("# ") || title.contains("\n")) {
            throw new IllegalArgumentException("a brief that begins with one line '# title' wanted");
        }
        Map<Section, String> sections = new EnumMap<>(Section.class);
        int next = 0;
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf('\n');
            String heading = (end < 0 ? parts[i] : parts[i].substring(0, end)).strip();
            Section section = section(heading, language, next);
            next = section.ordinal() + 1;
            sections.put(section, end < 0 ? "" : parts[i].substring(end + 1).strip());
        }
        for (Section section : Section.values()) {
            if (section != Section.PARAMETERS
                    && sections.getOrDefault(section, "").isEmpty()) {
                throw new IllegalArgumentException("a text wanted under '## " + section.heading(language) + "'");
            }
        }
        return new Brief(language, title.substring(2).strip(), sections);
    }

    private static Section section(String heading, Language language, int from) {
        for (Section section : Section.values()) {
            if (section.ordinal() >= from && section.heading(language).equals(heading)) {
                return section;
            }
        }
        throw new IllegalArgumentException("one of the fixed headings, in order, wanted: heading=" + heading);
    }

    private static List<Hint> hints(String text) {
        List<Hint> hints = new ArrayList<>();
        for (String item : items(text)) {
            Matcher matcher = HINT.matcher(item);
            if (!matcher.matches() || Integer.parseInt(matcher.group(1)) != hints.size() + 1) {
                throw new IllegalArgumentException("hints as '1. [cost] text' in order wanted: " + item);
            }
            hints.add(new Hint(hints.size() + 1, Integer.parseInt(matcher.group(2)), matcher.group(3)));
        }
        return List.copyOf(hints);
    }

    private static Map<String, String> entries(Section section, String text) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String item : items(text)) {
            Matcher matcher = ENTRY.matcher(item);
            if (!matcher.matches() || entries.put(matcher.group(1), matcher.group(2)) != null) {
                throw new IllegalArgumentException(
                        "lines '- id: text', each id once, wanted in " + section + ": " + item);
            }
        }
        return entries;
    }

    /** Items of a list; a line that is indented goes on with the item before it. */
    private static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (line.startsWith("  ") && !items.isEmpty()) {
                items.set(items.size() - 1, items.get(items.size() - 1) + " " + line.strip());
            } else if (!line.isBlank()) {
                items.add(line.strip());
            }
        }
        return items;
    }

    /**
     * The language.
     *
     * @return in which it is written
     */
    public Language language() {
        return language;
    }

    /**
     * The title.
     *
     * @return plain text
     */
    public String title() {
        return title;
    }

    /**
     * A section's text.
     *
     * @param section which
     * @return Markdown without the heading, empty if the section is left out
     */
    public String text(Section section) {
        return sections.getOrDefault(section, "");
    }

    /**
     * The hints.
     *
     * @return in the order in which they are taken
     */
    public List<Hint> hints() {
        return hints;
    }

    /**
     * The entries of a section that is a list of ids with texts.
     *
     * @param section ANSWER, CRITERIA, VERDICTS or PARAMETERS
     * @return texts by id, in the order written
     */
    public Map<String, String> entries(Section section) {
        return entries.getOrDefault(section, Map.of());
    }

    /**
     * A criterion's name for people.
     *
     * @param criterionId its id
     * @return the text under Criteria, or the id if there is none
     */
    public String criterion(String criterionId) {
        return entries(Section.CRITERIA).getOrDefault(criterionId, criterionId);
    }

    /**
     * The words for a message of this lab or of core.
     *
     * @param message the message
     * @return its words with the arguments in place; key and arguments if it has no words
     */
    public String say(Message message) {
        String words = entries(Section.VERDICTS).get(message.key());
        return words != null
                ? Words.fill(words, message.arguments())
                : Texts.core(language).say(message);
    }

    /**
     * The argument names that the words of a verdict have places for.
     *
     * @param key the message key
     * @return the names, or empty if this brief has no words for the key
     */
    public Optional<Set<String>> places(String key) {
        return Optional.ofNullable(entries(Section.VERDICTS).get(key)).map(Words::places);
    }
}
