package org.quintain.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.quintain.core.text.Texts;

/** A bar drawn in place on a terminal, a line now and then elsewhere. */
class ProgressLineTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long now;

    private ProgressLine line(boolean isTerminal) {
        return new ProgressLine(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                Texts.load(Main.class, "app.en.properties"),
                isTerminal,
                () -> now);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void onATerminalABarIsDrawnInPlaceAndTakenAway() {
        ProgressLine line = line(true);
        line.at(1, 4);
        line.graded(10);
        now = TimeUnit.MILLISECONDS.toNanos(200);
        line.graded(11);
        line.end();
        String bar = "[######..................] 11 hand-ins graded (25 %)";
        assertEquals("\r" + bar + "\r" + " ".repeat(bar.length()) + "\r", said());
    }

    @Test
    void elsewhereALineIsWrittenEveryTenSeconds() {
        ProgressLine line = line(false);
        line.at(3, 4);
        for (int second = 1; second <= 21; second++) {
            now = TimeUnit.SECONDS.toNanos(second);
            line.graded(second);
        }
        line.end();
        assertEquals("10 hand-ins graded (75 %)\n20 hand-ins graded (75 %)\n", said());
    }

    @Test
    void aQuickGradingSaysNothing() {
        ProgressLine line = line(true);
        line.graded(1);
        line.end();
        assertEquals("", said());
    }
}
