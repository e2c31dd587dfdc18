package org.quintain.app.rules.planted;

import java.io.File;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.quintain.crypto.caesarshift.CaesarShiftLab;
import org.quintain.solutions.ReferenceAttacks;
import picocli.CommandLine;
import tools.jackson.core.JsonParser;

/** Breaks every rule once. */
public class Impure {
    public static final int[] SHARED = {1};
    static int counter = 0;
    private final CaesarShiftLab otherLab = new CaesarShiftLab();
    private final ReferenceAttacks upwards = new ReferenceAttacks();

    public Object random() {
        return List.of(new SecureRandom(), new Random(), Math.random(), Math.sin(1));
    }

    public Object time() {
        return List.of(Instant.now(), System.currentTimeMillis(), System.nanoTime());
    }

    public Object surroundings() throws Exception {
        System.out.println(counter++);
        new ProcessBuilder("true").start();
        return List.of(
                System.getenv("HOME"),
                Locale.getDefault(),
                Charset.defaultCharset(),
                System.identityHashCode(this),
                new File("x"),
                Files.exists(Path.of("x")),
                new Socket("192.0.2.1", 1),
                Class.forName("x").getDeclaredMethods());
    }

    public Object order() {
        Map<String, String> map = new HashMap<>();
        Collections.shuffle(List.of());
        return List.of(map, Set.of(1), Map.of(1, 2), List.of(1).stream().collect(Collectors.toSet()));
    }

    @SuppressWarnings("StringCaseLocaleUsage")
    public Object locale() {
        return "x".getBytes().length + String.format("%d", 1) + "x".toLowerCase();
    }

    public JsonParser parser(CommandLine line) {
        return null;
    }
}
