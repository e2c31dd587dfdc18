package org.quintain.app.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quintain.core.wire.BytesShape;
import org.quintain.core.wire.EnumShape;
import org.quintain.core.wire.IntegerShape;
import org.quintain.core.wire.ListShape;
import org.quintain.core.wire.Shape;
import org.quintain.core.wire.Shapes;

/** A right value, changed in ways that make sense for any form of answer. */
final class Mutation {
    private static final int INTEGER_BITS = 12;
    private static final int CANDIDATES = 25;
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)+)\"");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])[0-9][0-9_]{0,8}(?![\\w.])");

    private final Case.Field field;
    private final Shape shape;
    private final Object right;

    Mutation(Case.Field field, Object right) {
        this.field = field;
        this.right = right;
        this.shape = Shapes.answer(School.lab(field.lab()).answerType())
                .component(field.name())
                .orElseThrow()
                .shape();
    }

    /** One value or more; a word of the README's table. */
    List<Object> as(String how) {
        String[] words = how.split(" ");
        return switch (words[0]) {
            case "wide" -> List.of(text(Mutation::wide));
            case "upper" -> List.of(text(text -> text.toUpperCase(Locale.ROOT)));
            case "lower" -> List.of(text(text -> text.toLowerCase(Locale.ROOT)));
            case "decomposed" -> List.of(text(text -> Normalizer.normalize(text, Normalizer.Form.NFD)));
            case "accented" -> List.of(text(text -> text.replaceAll("[EeAa]", "$0\u0301")));
            case "flip" -> flips();
            case "cut" -> cuts();
            case "candidates" -> List.of(candidates());
            case "constants" -> constants();
            case "patch" -> List.of(patched(Integer.parseInt(words[1]), words[2]));
            default -> throw new IllegalArgumentException("no such change: " + how);
        };
    }

    private Object text(UnaryOperator<String> change) {
        if (right instanceof List<?> list) {
            return list.stream().map(one -> change.apply(String.valueOf(one))).toList();
        }
        return change.apply(String.valueOf(right));
    }

    private static String wide(String text) {
        return text.codePoints()
                .map(c -> c > ' ' && c < 127 ? c + 0xFEE0 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** One bit of each byte, character or element, one after the other; each other word of a choice. */
    private List<Object> flips() {
        if (shape instanceof BytesShape) {
            byte[] bytes = HexFormat.of().parseHex((String) right);
            return IntStream.range(0, bytes.length)
                    .<Object>mapToObj(i -> hex(with(bytes, i, new byte[] {(byte) (bytes[i] ^ 1 << i % 8)})))
                    .toList();
        }
        if (shape instanceof IntegerShape) {
            return IntStream.range(0, INTEGER_BITS)
                    .<Object>mapToObj(i -> (Long) right ^ 1L << i)
                    .toList();
        }
        if (shape instanceof EnumShape words) {
            return words.words().stream()
                    .filter(word -> !word.equals(right))
                    .map(word -> (Object) word)
                    .toList();
        }
        if (right instanceof List<?> list) {
            return IntStream.range(0, list.size())
                    .<Object>mapToObj(i -> {
                        List<Object> changed = new ArrayList<>(list);
                        changed.set(i, flipped((String) list.get(i), 0));
                        return changed;
                    })
                    .toList();
        }
        String text = (String) right;
        return IntStream.range(0, text.length())
                .<Object>mapToObj(i -> flipped(text, i))
                .toList();
    }

    private static String flipped(String text, int at) {
        return text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
    }

    /** Cut at every byte, character, element or digit. */
    private List<Object> cuts() {
        if (right instanceof List<?> list) {
            return IntStream.range(0, list.size())
                    .<Object>mapToObj(n -> list.subList(0, n))
                    .toList();
        }
        String text = String.valueOf(right);
        int step = shape instanceof BytesShape ? 2 : 1;
        return IntStream.range(0, text.length() / step)
                .<Object>mapToObj(n -> text.substring(0, n * step))
                .toList();
    }

    /** Twenty-five candidates in one value, the right one in the middle. */
    private Object candidates() {
        if (shape instanceof EnumShape words) {
            return String.join(" ", words.words());
        }
        if (right instanceof List<?> list) {
            List<Object> all = new ArrayList<>();
            for (int i = 0; i < CANDIDATES; i++) {
                all.addAll(list);
            }
            return all;
        }
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < CANDIDATES; i++) {
            int by = (i - CANDIDATES / 2) & 0xff;
            all.append(
                    shape instanceof BytesShape
                            ? hex(xored(HexFormat.of().parseHex((String) right), by))
                            : rotated(String.valueOf(right), i - CANDIDATES / 2));
        }
        return all.toString();
    }

    private static byte[] xored(byte[] bytes, int with) {
        byte[] out = bytes.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] ^= (byte) with;
        }
        return out;
    }

    private static String rotated(String text, int by) {
        return text.chars()
                .map(c -> c >= 'A' && c <= 'Z' ? 'A' + Math.floorMod(c - 'A' + by, 26) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Each text or number that stands in the lab's source, unless it is the right value. */
    private List<Object> constants() {
        if (shape instanceof EnumShape) {
            return flips();
        }
        Set<Object> values = new LinkedHashSet<>();
        for (String source : sources()) {
            if (shape instanceof IntegerShape) {
                NUMBER.matcher(source)
                        .results()
                        .forEach(number ->
                                values.add(Long.parseLong(number.group().replace("_", ""))));
            } else {
                LITERAL.matcher(source).results().forEach(literal -> values.add(value(literal.group(1))));
            }
        }
        values.removeIf(value -> folded(value).equals(folded(right)));
        return List.copyOf(values);
    }

    private Object value(String literal) {
        if (shape instanceof BytesShape) {
            boolean isHex = literal.matches("([0-9a-fA-F]{2})+");
            return isHex ? literal : hex(literal.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return shape instanceof ListShape ? List.of(literal) : literal;
    }

    private static String folded(Object value) {
        return String.valueOf(value).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private List<String> sources() {
        String folder = School.lab(field.lab()).getClass().getPackageName().replace('.', '/');
        List<String> sources = new ArrayList<>();
        for (String module : List.of("crypto-labs", "net-labs")) {
            Path from = Case.ROOT
                    .resolve("../../../..")
                    .resolve(module)
                    .resolve("src/main/java")
                    .resolve(folder);
            if (Files.isDirectory(from)) {
                try (Stream<Path> files = Files.list(from)) {
                    for (Path file : files.sorted().toList()) {
                        sources.add(Files.readString(file));
                    }
                } catch (IOException cannotRead) {
                    throw new UncheckedIOException(cannotRead);
                }
            }
        }
        return sources;
    }

    private String patched(int offset, String hex) {
        return hex(with(
                HexFormat.of().parseHex((String) right), offset, HexFormat.of().parseHex(hex)));
    }

    private static byte[] with(byte[] bytes, int at, byte[] part) {
        byte[] out = Arrays.copyOf(bytes, Math.max(bytes.length, at + part.length));
        System.arraycopy(part, 0, out, at, part.length);
        return out;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
