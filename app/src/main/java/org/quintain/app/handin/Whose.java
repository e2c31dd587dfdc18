package org.quintain.app.handin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quintain.app.files.Folded;
import org.quintain.app.issue.CourseFolder;
import org.quintain.app.issue.FolderNames;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Learner;

/**
 * Whose a folder or file is, by its name: the folder that {@code issue} made, or a name as platforms make them.
 *
 * <p>Moodle's "Download all submissions" (mod/assign, class {@code mod_assign\downloader}) names a learner's folder, or the
 * beginning of a file's name if folders are switched off, {@code FULLNAME_NUMBER_assignsubmission_file} followed by
 * {@code _}, in older versions even for a folder. The full name is in the order that the site has set, its {@code _} are
 * spaces and {@code clean_filename} has taken out {@code & < > " ` | ' : \ /} (so O'Brien is OBrien there). The number is the
 * assignment's own: it names nobody. Groups and anonymous submissions ({@code Participant_NUMBER}) match no learner.
 *
 * <p>Compared are whole names without case, accents, punctuation and the difference between space, hyphen and underscore:
 * an id, a name with its words in any order, an e-mail address, or two of these together. A part of a name never matches.
 */
final class Whose {
    private static final Pattern MOODLE = Pattern.compile("^(.*?)(_[0-9]+)?_assignsubmission_.*$", Pattern.DOTALL);
    private static final Pattern NUMBERED = Pattern.compile("_[0-9]+_");
    private static final Set<String> HAND_INS =
            Set.of("submission", "submissions", "answer", "answers", "reponse", "reponses", "rendu");
    private static final String APOSTROPHES = "'’‘ʼ`´";

    private final FolderNames names;
    private final Map<String, Set<String>> learnersByKey = new HashMap<>();

    /**
     * Whose things are in a course.
     *
     * @param course its roster; an empty one knows nobody
     */
    Whose(Course course) {
        this.names = CourseFolder.names(course);
        for (Learner learner : course.roster()) {
            add(learner);
        }
    }

    private void add(Learner learner) {
        for (List<String> id : readings(learner.id())) {
            put(ordered(id), learner);
            for (List<String> name : readings(learner.name())) {
                put(unordered(name), learner);
                put(unordered(joined(id, name)), learner);
                for (List<String> email : readings(learner.email())) {
                    put(unordered(joined(name, email)), learner);
                }
            }
            for (List<String> email : readings(learner.email())) {
                put(ordered(email), learner);
                put(unordered(joined(id, email)), learner);
            }
        }
    }

    private void put(String key, Learner learner) {
        learnersByKey.computeIfAbsent(key, any -> new TreeSet<>()).add(learner.id());
    }

    /**
     * Whose folder it is.
     *
     * @param name one component of a path
     * @return the ids that it may mean: none, one, or several of one name
     */
    Set<String> folder(String name) {
        return names.learnerOf(name).map(Set::of).orElseGet(() -> named(name));
    }

    /**
     * Whose file it is.
     *
     * @param name the file's name, with or without an ending
     * @return as for a folder
     */
    Set<String> file(String name) {
        int dot = name.lastIndexOf('.');
        // In a file's name Moodle's mark stands in the middle; what a learner called the file says nothing.
        String stem = dot > 0 && !isOfMoodle(name) ? name.substring(0, dot) : name;
        Set<String> whole = folder(stem);
        return whole.isEmpty() ? named(name) : whole;
    }

    /**
     * Whether a platform made the name, so that what has it comes from a learner, known or not.
     *
     * @param name one component of a path
     * @return whether it has Moodle's mark or a number between underscores
     */
    static boolean isUploaded(String name) {
        return isOfMoodle(name) || NUMBERED.matcher(name).find();
    }

    private static boolean isOfMoodle(String name) {
        return name.contains("_assignsubmission_");
    }

    private Set<String> named(String name) {
        Matcher moodle = MOODLE.matcher(name);
        String person = moodle.matches() ? moodle.group(1) : name;
        Set<String> found = new TreeSet<>();
        for (List<String> words : readings(person)) {
            found.addAll(learners(words));
            int last = words.size() - 1;
            if (found.isEmpty() && last > 0 && HAND_INS.contains(words.get(last))) {
                found.addAll(learners(words.subList(0, last)));
            }
        }
        return found;
    }

    private Set<String> learners(List<String> words) {
        Set<String> found = new TreeSet<>(learnersByKey.getOrDefault(ordered(words), Set.of()));
        found.addAll(learnersByKey.getOrDefault(unordered(words), Set.of()));
        return found;
    }

    /** The words of a name: with an apostrophe as nothing and as a gap; no reading if there is no letter or digit. */
    private static List<List<String>> readings(String text) {
        StringBuilder closed = new StringBuilder();
        StringBuilder open = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean isApostrophe = APOSTROPHES.indexOf(c) >= 0;
            if (!isApostrophe) {
                closed.appendCodePoint(c);
            }
            open.appendCodePoint(isApostrophe ? ' ' : c);
        });
        List<List<String>> readings = new ArrayList<>();
        for (StringBuilder reading : List.of(closed, open)) {
            List<String> words = words(reading.toString());
            if (!words.isEmpty() && !readings.contains(words)) {
                readings.add(words);
            }
        }
        return readings;
    }

    private static List<String> words(String text) {
        StringBuilder spaced = new StringBuilder();
        Folded.of(text).codePoints().forEach(c -> {
            boolean isOfWord = Character.isLetterOrDigit(c) || Character.getType(c) == Character.COMBINING_SPACING_MARK;
            if (isOfWord || Character.getType(c) != Character.FORMAT) {
                spaced.appendCodePoint(isOfWord ? c : ' ');
            }
        });
        return Arrays.stream(spaced.toString().split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> words = new ArrayList<>(first);
        words.addAll(second);
        return words;
    }

    private static String ordered(List<String> words) {
        return "=" + String.join(" ", words);
    }

    private static String unordered(List<String> words) {
        return "~" + String.join(" ", words.stream().sorted().toList());
    }

    /**
     * The learner if there is only one.
     *
     * @param candidates ids that a name may mean
     * @return the id, or empty if there is none or more than one
     */
    static Optional<String> only(Set<String> candidates) {
        return candidates.size() == 1 ? Optional.of(candidates.iterator().next()) : Optional.empty();
    }
}
