package org.quintain.app.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands in the files of the modules: who gets attacks, and which addresses are named. */
class ResourcesTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> LEARNERS = List.of("core", "crypto-labs", "net-labs", "app");
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![\\w.])([0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?![\\w]|\\.[0-9])");
    private static final Pattern ALLOWED =
            Pattern.compile("192\\.0\\.2\\..*|198\\.51\\.100\\..*|203\\.0\\.113\\..*|10\\..*"
                    + "|192\\.168\\..*|172\\.(1[6-9]|2[0-9]|3[01])\\..*|127\\.0\\.0\\.1|0\\.0\\.0\\.0|255\\.255\\.255\\.(255|0)"
                    + "|2(2[4-9]|3[0-9])\\..*");
    private static final Pattern MAC =
            Pattern.compile("(?i)(?<![0-9a-f:])([0-9a-f]{2}(?::[0-9a-f]{2}){5})(?![0-9a-f:])");
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");
    private static final Pattern HOST = Pattern.compile(
            "(?<![\\w./@-])(?:[a-z0-9-]+\\.)+(?:com|org|net|io|fr|de|eu|info|dev|edu|gov|uk)(?![\\w./-]*\\.?[A-Z(]|\\w|\\.\\w)");
    private static final Set<String> KNOWN_SOURCES = Set.of();

    private static List<Path> files(String module, String... endings) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : List.of("src/main", "target/classes")) {
            Path start = ROOT.resolve(module).resolve(folder);
            if (Files.isDirectory(start)) {
                try (Stream<Path> all = Files.walk(start)) {
                    all.filter(Files::isRegularFile)
                            .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                            .sorted()
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static boolean isForInstructors(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("debrief.")
                || name.matches(".*Attack(\\$.*)?\\.(java|class)") && !name.matches("Attack\\..*");
    }

    @Test
    void aLearnersClassPathHoldsNoAttackAndNoDebrief() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String module : LEARNERS) {
            files(module, "").stream().filter(ResourcesTest::isForInstructors).forEach(found::add);
        }
        assertEquals(List.of(), found);
        assertTrue(
                files("solutions", "").stream()
                                .filter(ResourcesTest::isForInstructors)
                                .count()
                        >= 8,
                "no attacks and debriefs were found where they are");
    }

    @Test
    void onlyDocumentationAndPrivateAddressesAreNamed() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String module : List.of("net-labs", "crypto-labs", "solutions")) {
            for (Path file : files(module, ".java", ".md", ".properties", ".json")) {
                wrong.addAll(addresses(read(file)).stream()
                        .map(address -> file + ": " + address)
                        .toList());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void onlyReservedNamesAreNamed() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String module : List.of("net-labs", "crypto-labs", "solutions")) {
            for (Path file : files(module, ".java", ".md", ".properties", ".json")) {
                wrong.addAll(hosts(Files.readString(file)).stream()
                        .map(host -> file + ": " + host)
                        .toList());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theScansFindWhatTheyLookFor() {
        assertEquals(List.of("8.8.8.8", "172.32.0.1"), addresses("to 8.8.8.8, 172.32.0.1, 192.0.2.7 and 10.1.2.3"));
        assertEquals(List.of(), addresses("RFC 791, 3.1.2.3.4, v1.2.3, 224.0.0.1"));
        assertEquals(
                List.of("00:1b:21:00:00:01"),
                addresses("00:1b:21:00:00:01 02:00:5e:00:53:01 ff:ff:ff:ff:ff:ff 00:00:00:00:00:00"));
        assertEquals(List.of("\"8.8.8.8\""), all(LITERAL, "/** 3.1.2.3 */ of(\"8.8.8.8\")"));
        assertEquals(
                List.of("www.google.com", "bank.fr"), hosts("see www.google.com or \"bank.fr\" or a.example, b.test"));
        assertEquals(List.of(), hosts("import org.quintain.net.NetLabs; a note.see"));
    }

    /** Of Java its literals: in comments, numbers of sections look like addresses. */
    private static String read(Path file) throws IOException {
        String text = Files.readString(file);
        return file.toString().endsWith(".java") ? String.join(" ", all(LITERAL, text)) : text;
    }

    private static List<String> addresses(String text) {
        List<String> found = new ArrayList<>(all(ADDRESS, text));
        found.removeIf(address -> ALLOWED.matcher(address).matches());
        all(MAC, text).stream().filter(ResourcesTest::isSomebodys).forEach(found::add);
        return found;
    }

    /** Neither a group's, nor locally administered (IEEE 802-2014, section 8.2), nor all zeros. */
    private static boolean isSomebodys(String mac) {
        return (Integer.parseInt(mac.substring(0, 2), 16) & 3) == 0 && !mac.equals("00:00:00:00:00:00");
    }

    private static List<String> hosts(String text) {
        String prose = text.replaceAll("(?m)^(package|import) .*$", "").replaceAll("org\\.quintain[\\w.]*", "");
        return all(HOST, prose).stream()
                .filter(host -> !KNOWN_SOURCES.contains(host))
                .toList();
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group());
        }
        return found;
    }
}
