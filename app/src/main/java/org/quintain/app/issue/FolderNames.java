package org.quintain.app.issue;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quintain.app.files.Folded;
import org.quintain.app.files.Sha256;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Learner;

/**
 * Names for folders that are safe on Windows, macOS and Linux, readable, and different for different learners.
 *
 * <p>Characters that some platform refuses become {@code _}. Two names that differ only by case, accents or such a
 * character are one name on some platform: the first learner of the roster keeps the plain name, a later one gets a
 * checksum of the id behind it. A roster that grows at its end therefore never changes a name that was given.
 */
public final class FolderNames {
    private static final int MAX_CODE_POINTS = 40;
    private static final String KEPT = " ._-'’@+,()";
    private static final Set<String> RESERVED_BY_WINDOWS = Set.of(
            "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
            "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private final Map<String, String> nameByLearner = new LinkedHashMap<>();
    private final Map<String, String> learnerByName = new HashMap<>();

    private FolderNames() {}

    /**
     * Names for a roster's folders.
     *
     * @param roster the learners, in the order in which they came to the course
     * @param taken names that no folder may get, for example of files beside the folders
     * @return the names
     */
    public static FolderNames of(List<Learner> roster, Collection<String> taken) {
        FolderNames names = new FolderNames();
        Map<String, String> used = new HashMap<>();
        taken.forEach(name -> used.put(Folded.of(name), ""));
        for (Learner learner : roster) {
            String name = free(learner.id(), used);
            used.put(Folded.of(name), learner.id());
            names.nameByLearner.put(learner.id(), name);
            names.learnerByName.put(lookup(name), learner.id());
        }
        return names;
    }

    private static String free(String id, Map<String, String> used) {
        String plain = safe(id);
        if (!used.containsKey(Folded.of(plain))) {
            return plain;
        }
        String checksum = Sha256.hex(id.getBytes(StandardCharsets.UTF_8));
        int digits = 6;
        while (used.containsKey(Folded.of(plain + "-" + checksum.substring(0, digits)))) {
            digits += 2;
        }
        return plain + "-" + checksum.substring(0, digits);
    }

    /**
     * A learner's folder.
     *
     * @param learnerId a learner of the roster
     * @return the folder's name
     */
    public String of(String learnerId) {
        String name = nameByLearner.get(learnerId);
        if (name == null) {
            throw new IllegalArgumentException("a learner of the roster wanted: length=" + learnerId.length());
        }
        return name;
    }

    /**
     * Whose folder it is; names that came back in another normalisation form or case are recognised.
     *
     * @param folderName a component of a path
     * @return the learner's id, or empty if it is no learner's folder
     */
    public Optional<String> learnerOf(String folderName) {
        return Optional.ofNullable(learnerByName.get(lookup(folderName)));
    }

    /**
     * The folder of a lab: its id, and the number of the issue from the second on.
     *
     * @param assignment the lab as the plan has it
     * @return for example {@code crypto.caesar-shift} or {@code crypto.caesar-shift-2}
     */
    public static String of(Assignment assignment) {
        // An id that ends like a number of an issue always has that number behind it, or two labs could meet.
        boolean isPlain = assignment.issue() == 1 && !assignment.labId().matches(".*-[0-9]+");
        return safe(isPlain ? assignment.labId() : assignment.labId() + "-" + assignment.issue());
    }

    /**
     * A name that every platform takes for a file or folder; different texts may give the same name.
     *
     * @param text any text
     * @return 1 to 41 code points, in normalisation form C
     */
    public static String safe(String text) {
        StringBuilder name = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .limit(MAX_CODE_POINTS)
                .forEach(c -> name.appendCodePoint(isKept(c) ? c : '_'));
        while (!name.isEmpty() && " .".indexOf(name.charAt(name.length() - 1)) >= 0) {
            name.setLength(name.length() - 1);
        }
        if (name.isEmpty() || " .-".indexOf(name.charAt(0)) >= 0 || isReserved(name.toString())) {
            name.insert(0, '_');
        }
        return name.toString();
    }

    private static boolean isKept(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || KEPT.indexOf(c) >= 0;
    }

    /** Windows takes {@code aux}, {@code AUX.txt} and {@code com¹} for devices. */
    private static boolean isReserved(String name) {
        String stem = name.substring(0, name.indexOf('.') < 0 ? name.length() : name.indexOf('.'));
        return RESERVED_BY_WINDOWS.contains(Folded.of(stem).strip());
    }

    private static String lookup(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
