package org.quintain.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A new lab in a checkout: the files of {@code crypto.caesar-shift}, renamed, and a line in both catalogs.
 *
 * @param track first part of the id
 * @param name second part of the id
 * @param module folder of the labs module
 * @param catalog simple name of the module's catalog
 */
record NewLab(String track, String name, String module, String catalog) {
    private static final String TEMPLATE_MODULE = "crypto-labs";
    private static final String TEMPLATE_NAME = "caesar-shift";
    private static final String ATTACKS = "solutions/src/main/java/org/quintain/solutions/ReferenceAttacks.java";
    private static final List<String> SOURCES = List.of("src/main/java", "src/test/java");
    private static final String ATTACK_TEST = """
            package org.quintain.solutions.TRACK.FOLDER;

            import static org.junit.jupiter.api.Assertions.assertEquals;

            import java.util.List;
            import org.junit.jupiter.api.Test;
            import org.quintain.core.contract.LabContract;

            class PREFIXAttackTest {
                @Test
                void theLabKeepsTheContract() {
                    assertEquals(List.of(), LabContract.violations(new PREFIXAttack(), 8));
                }
            }
            """;
    private static final String LIST = "= List.of(";
    private static final int MAX_ID = 64;
    private static final int MAX_LINE = 120;
    private static final int CONTINUATION = 12;

    static NewLab of(String id) {
        if (!id.matches("[a-z0-9]+\\.[a-z][a-z0-9]*(-[a-z0-9]+)*") || id.length() > MAX_ID) {
            throw Failure.usage("new-lab-id", "found", id);
        }
        String track = id.substring(0, id.indexOf('.'));
        String name = id.substring(id.indexOf('.') + 1);
        return switch (track) {
            case "crypto" -> new NewLab(track, name, TEMPLATE_MODULE, "CryptoLabs");
            case "net" -> new NewLab(track, name, "net-labs", "NetLabs");
            case "fuzz" -> new NewLab(track, name, "net-labs", "FuzzLabs");
            default -> throw Failure.usage("new-lab-track", "found", track);
        };
    }

    /** The prefix of the lab's classes. */
    String prefix() {
        return prefix(name);
    }

    private static String prefix(String name) {
        StringBuilder prefix = new StringBuilder();
        for (String word : name.split("-")) {
            prefix.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return prefix.toString();
    }

    private static String folder(String name) {
        return name.replace("-", "");
    }

    /**
     * Writes the lab.
     *
     * @param checkout the project's folder
     * @return what was written or changed, relative to it
     */
    List<Path> write(Path checkout) throws IOException {
        Map<Path, Path> copies = copies(checkout);
        if (copies.isEmpty()) {
            throw Failure.io("new-lab-no-checkout", "file", checkout);
        }
        for (Path to : copies.values()) {
            Path there = Files.isDirectory(to.getParent()) ? to.getParent() : to;
            if (Files.exists(there)) {
                throw Failure.usage("new-lab-exists", "lab", track + "." + name);
            }
        }
        List<Path> written = new ArrayList<>();
        for (Map.Entry<Path, Path> copy : copies.entrySet()) {
            Files.createDirectories(copy.getValue().getParent());
            boolean isAttackTest = copy.getKey().endsWith("CaesarShiftAttackTest.java");
            Files.writeString(copy.getValue(), isAttackTest ? attackTest() : renamed(Files.readString(copy.getKey())));
            written.add(checkout.relativize(copy.getValue()));
        }
        String folder = folder(name);
        String lab = "org.quintain." + track + "." + folder + "." + prefix() + "Lab";
        String attack = "org.quintain.solutions." + track + "." + folder + "." + prefix() + "Attack";
        written.add(register(checkout, module + "/src/main/java/org/quintain/" + track + "/" + catalog + ".java", lab));
        written.add(register(checkout, ATTACKS, attack));
        return written;
    }

    /** The template's own test knows which seats are hard, and another id has other seats: the copy tests the contract. */
    private String attackTest() {
        return ATTACK_TEST
                .replace("TRACK", track)
                .replace("FOLDER", folder(name))
                .replace("PREFIX", prefix());
    }

    /** Each file of the template with the file that it becomes. */
    private Map<Path, Path> copies(Path checkout) throws IOException {
        Map<Path, Path> copies = new LinkedHashMap<>();
        for (String source : SOURCES) {
            for (String part : List.of("", "solutions/")) {
                Path from = checkout.resolve(part.isEmpty() ? TEMPLATE_MODULE : "solutions")
                        .resolve(source)
                        .resolve("org/quintain/" + part + "crypto/" + folder(TEMPLATE_NAME));
                Path to = checkout.resolve(part.isEmpty() ? module : "solutions")
                        .resolve(source)
                        .resolve("org/quintain/" + part + track + "/" + folder(name));
                for (Path file : files(from)) {
                    copies.put(file, to.resolve(renamed(from.relativize(file).toString())));
                }
            }
        }
        return copies;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private String renamed(String text) {
        return inOrder(text.replace("crypto.caesar-shift", track + "." + name)
                .replace("org.quintain.crypto.caesarshift", "org.quintain." + track + "." + folder(name))
                .replace("solutions.crypto.caesarshift", "solutions." + track + "." + folder(name))
                .replace("CaesarShift", prefix())
                .replace("caesarshift", folder(name))
                .replace("caesar-shift", name));
    }

    /** The imports sorted, as the formatter wants them. */
    private static String inOrder(String java) {
        List<String> lines = new ArrayList<>(java.lines().toList());
        int from = 0;
        while (from < lines.size()) {
            int to = from;
            while (to < lines.size() && isImport(lines.get(to), lines.get(from))) {
                to++;
            }
            lines.subList(from, to).sort((a, b) -> a.replace(";", "").compareTo(b.replace(";", "")));
            from = Math.max(to, from + 1);
        }
        return String.join("\n", lines) + (java.endsWith("\n") ? "\n" : "");
    }

    private static boolean isImport(String line, String first) {
        return line.startsWith("import ") && line.startsWith("import static ") == first.startsWith("import static ");
    }

    /** Adds {@code new X()} as the last of the catalog's literal list, and the import. */
    private static Path register(Path checkout, String file, String type) throws IOException {
        Path path = checkout.resolve(file);
        String java = Files.readString(path, StandardCharsets.UTF_8);
        int list = java.indexOf(LIST);
        int end = list < 0 ? -1 : java.indexOf(");", list);
        int imports = java.indexOf("import ");
        if (end < 0 || imports < 0) {
            throw Failure.io("new-lab-no-list", "file", file);
        }
        int from = java.lastIndexOf('\n', list) + 1;
        List<String> items = new ArrayList<>();
        for (String item : java.substring(list + LIST.length(), end).split(",")) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        items.add("new " + type.substring(type.lastIndexOf('.') + 1) + "()");
        String changed = java.substring(0, imports) + "import " + type + ";\n" + java.substring(imports, from)
                + laidOut(java.substring(from, list + LIST.length()), items) + java.substring(end + 2);
        Files.writeString(path, inOrder(changed));
        return checkout.relativize(path);
    }

    /** On one line, or all items on a second line, or each item on a line, as the formatter does. */
    private static String laidOut(String start, List<String> items) {
        String all = String.join(", ", items) + ");";
        String indent = "\n" + " ".repeat(CONTINUATION);
        if (start.length() + all.length() <= MAX_LINE) {
            return start + all;
        }
        return start
                + indent
                + (CONTINUATION + all.length() <= MAX_LINE ? all : String.join("," + indent, items) + ");");
    }
}
