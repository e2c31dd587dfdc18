package org.quintain.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The launcher of Windows, as text: it was not run on Windows here. */
class WindowsLauncherTest {
    private byte[] bytes;
    private String text;

    @BeforeEach
    void read() throws IOException {
        bytes = Files.readAllBytes(Path.of("..", "quintain.cmd"));
        text = new String(bytes, StandardCharsets.US_ASCII);
    }

    private Set<String> found(String pattern) {
        Set<String> words = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE)
                .matcher(text);
        while (matcher.find()) {
            words.add(matcher.group(1).toLowerCase(Locale.ROOT));
        }
        return words;
    }

    @Test
    void itIsAsciiWithLineEndsOfWindowsForEveryCodePage() {
        for (int i = 0; i < bytes.length; i++) {
            assertTrue(bytes[i] > 0, "byte " + i);
            assertTrue(bytes[i] != '\n' || bytes[i - 1] == '\r', "line end at byte " + i);
        }
    }

    @Test
    void everyLabelThatIsCalledIsThereAndNoOther() {
        assertEquals(found("(?:goto|call) :?(run|build|[a-z]+_[a-z]+)\\b"), found("^:([a-z_]+)"));
    }

    @Test
    void itNeedsNoShellOfUnix() {
        for (String line : text.split("\r\n")) {
            boolean isRemark = line.startsWith("rem ");
            assertTrue(isRemark || !line.matches("(?i).*\\b(bash|sh|grep|sed|ln)\\b .*"), line);
            // An exclamation mark would be taken for a variable if expansion were delayed.
            assertFalse(!isRemark && line.contains("!"), line);
        }
        assertTrue(text.contains("setlocal DisableDelayedExpansion"));
    }

    @Test
    void pathsAreQuotedAndTheExitCodeIsPassedOn() {
        assertTrue(text.contains("\"%JAVA_EXE%\" \"-Dfile.encoding=UTF-8\""));
        assertTrue(text.contains(
                "-cp \"%APP%;%BASE%instructor\\*\" org.quintain.app.Main %*\r\nexit /b %ERRORLEVEL%\r\n"));
    }

    @Test
    void itLooksForJavaWhereItsSisterDoes() throws IOException {
        String sister = Files.readString(Path.of("..", "quintain"));
        int home = text.indexOf("call :try_java \"%JAVA_HOME%\"");
        int jre = text.indexOf("call :try_java \"%HERE%jre\"");
        assertTrue(home > 0 && jre > home);
        int sistersHome = sister.indexOf("try_java \"$JAVA_HOME/bin/java\"");
        assertTrue(sistersHome > 0 && sister.indexOf("try_java \"$here/jre/bin/java\"") > sistersHome);
        assertTrue(sister.contains("org.quintain.app.Main"));
    }
}
