package org.quintain.app.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Addresses in the sources of the packet labs belong to nobody: documentation ranges (RFC 5737), RFC 1918, this host, groups,
 * all hosts; MAC addresses are locally administered, a group's, or nobody's.
 */
class AddressesTest {
    private static final Pattern IPV4 =
            Pattern.compile("(?<![\\d.])(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.])");
    private static final Pattern MAC = Pattern.compile("(?i)(?<![0-9a-f:])([0-9a-f]{2})(:[0-9a-f]{2}){5}(?![0-9a-f:])");
    private static final Pattern ALLOWED_IPV4 = Pattern.compile(
            "192\\.0\\.2\\..*|198\\.51\\.100\\..*|203\\.0\\.113\\..*"
                    + "|10\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|192\\.168\\..*|0\\.0\\.0\\.0|2(2[4-9]|3\\d)\\..*|255\\.255\\.255\\.\\d+");

    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");

    /** Of Java its literals: numbers of sections in comments look like addresses. */
    private static String read(Path file) throws IOException {
        String text = Files.readString(file);
        return file.toString().endsWith(".java")
                ? LITERAL.matcher(text).results().map(MatchResult::group).collect(Collectors.joining(" "))
                : text;
    }

    private static List<String> foreign(String text) {
        List<String> found = new ArrayList<>();
        IPV4.matcher(text)
                .results()
                .map(match -> match.group())
                .filter(address -> !ALLOWED_IPV4.matcher(address).matches())
                .forEach(found::add);
        MAC.matcher(text)
                .results()
                .filter(match -> (Integer.parseInt(match.group(1), 16) & 3) == 0
                        && !match.group().equals("00:00:00:00:00:00"))
                .forEach(match -> found.add(match.group()));
        return found;
    }

    @Test
    void addressesInPacketLabsBelongToNobody() throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        List<String> wrong = new ArrayList<>();
        int files = 0;
        for (String module : List.of("net-labs", "solutions")) {
            try (Stream<Path> walk = Files.walk(root.resolve(module + "/src/main/java"))) {
                for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                    if (file.toString().contains("crypto")) {
                        continue;
                    }
                    files++;
                    foreign(read(file)).forEach(address -> wrong.add(root.relativize(file) + ": " + address));
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(files > 50, "files read: " + files);
    }

    @Test
    void somebodysAddressIsSeen() {
        assertEquals(
                List.of("8.8.8.8", "172.32.0.1", "00:1b:21:00:00:01"), foreign("8.8.8.8 172.32.0.1 00:1b:21:00:00:01"));
        assertTrue(foreign("192.0.2.7 10.1.2.3 172.31.0.1 192.168.0.9 02:00:5e:00:53:01 ff:ff:ff:ff:ff:ff")
                .isEmpty());
        assertFalse(foreign("1.1.1.1").isEmpty());
    }
}
