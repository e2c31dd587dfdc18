package org.quintain.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
    @Test
    void anUnknownOptionIsRefused() {
        CommandLine line = new CommandLine(new Main()).setErr(new PrintWriter(new StringWriter()));

        assertEquals(CommandLine.ExitCode.USAGE, line.execute("--no-such-option"));
    }
}
