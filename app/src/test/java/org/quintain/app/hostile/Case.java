package org.quintain.app.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of a {@code cases.txt}.
 *
 * @param group the folder it stands in
 * @param number from 1, in the order of the lines of its group
 * @param file what is handed in, or the recipe for it
 * @param target for which labs and fields
 * @param as how it is delivered: {@code json}, {@code txt}, {@code csv}, {@code jsonl}, {@code zip} or {@code folder}
 * @param expected what must come of it
 */
public record Case(String group, int number, String file, String target, String as, String expected) {
    static final Path ROOT = root();

    private static final String EACH = "each";

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("app/src/test/hostile"))) {
            here = here.getParent();
        }
        return here.resolve("app/src/test/hostile");
    }

    /** All groups, in order. */
    public static List<String> groups() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }

    /** All cases, group by group. */
    public static List<Case> all() {
        return groups().stream().flatMap(group -> in(group).stream()).toList();
    }

    /** The cases of a group. */
    public static List<Case> in(String group) {
        List<Case> cases = new ArrayList<>();
        for (String line : lines(ROOT.resolve(group).resolve("cases.txt"))) {
            String[] words = line.split("\\s+", 4);
            if (words.length < 4) {
                throw new IllegalArgumentException("file, lab, delivered as and outcome wanted: " + line);
            }
            cases.add(new Case(group, cases.size() + 1, words[0], words[1], words[2], words[3]));
        }
        return cases;
    }

    /** The lines of a table that are neither empty nor begin with {@code #}. */
    static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }

    /** What stands in the case's file, or in another file of its group. */
    String text(String name) {
        try {
            return Files.readString(ROOT.resolve(group).resolve(name));
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }

    /** Whether it is made by a recipe. */
    public boolean isRecipe() {
        return file.endsWith(".recipe");
    }

    /** The labs, and the fields of their answers, that the case is tried on. */
    List<Field> fields() {
        return Field.all().stream()
                .filter(field -> Arrays.stream(target.split(",")).anyMatch(one -> isMeant(field, one)))
                .toList();
    }

    private static boolean isMeant(Field field, String one) {
        String[] parts = one.split("#", 2);
        return (parts[0].equals(EACH) || parts[0].equals(field.lab()))
                && (parts.length > 1 ? parts[1].equals(EACH) || parts[1].equals(field.name()) : field.isFirst());
    }

    /** The learner who hands it in when all cases of a group are graded together. */
    public String learner() {
        return String.format(java.util.Locale.ROOT, "%s-%03d", group, isRejected() && !isRecipe() ? 0 : number);
    }

    /** Whether it is rejected whatever lab or field it is tried on; that costs no try, so one learner may do it often. */
    boolean isRejected() {
        return expected.startsWith("rejected ") && !expected.contains(";");
    }

    @Override
    public String toString() {
        return group + "/" + file + " " + target + " " + as;
    }

    /**
     * A field of a lab's answer.
     *
     * @param lab the lab's id
     * @param params what it is issued with
     * @param name the field's name
     * @param isFirst whether it is the lab's first
     * @param wrong the most points that are due if this field is wrong and the others are right
     * @param near the most points that are due if this field is nearly right
     */
    record Field(String lab, Optional<String> params, String name, boolean isFirst, int wrong, int near) {
        private static final List<Field> ALL = read();

        static List<Field> all() {
            return ALL;
        }

        private static List<Field> read() {
            List<Field> fields = new ArrayList<>();
            for (String line : lines(ROOT.resolve("fields.txt"))) {
                String[] words = line.split("\\s+");
                boolean isFirst = fields.stream().noneMatch(other -> other.lab().equals(words[0]));
                fields.add(new Field(
                        words[0],
                        words[1].equals("-") ? Optional.empty() : Optional.of(words[1]),
                        words[2],
                        isFirst,
                        Integer.parseInt(words[3]),
                        Integer.parseInt(words[4])));
            }
            return List.copyOf(fields);
        }

        /** The lab's id without its collection, and the field. */
        String shown() {
            return lab.substring(lab.indexOf('.') + 1) + " " + name;
        }
    }
}
