package org.quintain.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.quintain.app.toy.DoorAttack;
import org.quintain.app.toy.DoorLab;
import org.quintain.app.toy.ParrotLab;
import org.quintain.core.Catalog;

/** Runs the command line in process with the toy labs and keeps what it wrote. */
final class Shell {
    static final Catalog TOYS = Catalog.of(List.of(new DoorLab(), new ParrotLab()));
    static final Solutions ATTACKS = new Solutions(List.of(DoorAttack.list()));
    static final Solutions NO_ATTACKS = new Solutions(List.of());

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final String locale;
    private final Solutions solutions;
    private InputStream in = InputStream.nullInputStream();
    private boolean isTerminal;

    Shell(String locale) {
        this(locale, ATTACKS);
    }

    Shell(String locale, Solutions solutions) {
        this.locale = locale;
        this.solutions = solutions;
    }

    static Shell english() {
        return new Shell("en_GB.UTF-8");
    }

    static Shell french() {
        return new Shell("fr_FR.UTF-8");
    }

    Shell typing(String... lines) {
        return reading(new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    Shell reading(InputStream input) {
        in = input;
        return this;
    }

    Shell atTerminal() {
        isTerminal = true;
        return this;
    }

    Console console() {
        return new Console(in, utf8(out), utf8(err), Map.of("LANG", locale), isTerminal, () -> TOYS, () -> solutions);
    }

    private static PrintStream utf8(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    int run(String... args) {
        return Main.run(args, console());
    }

    String out() {
        return text(out);
    }

    String err() {
        return text(err);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
