package org.quintain.core.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.RecordShape;

/** Changed right answers and hostile documents, the same for every lab. */
final class Mutations {
    private static final int MOST = 400;
    private static final List<String> HOSTILE_TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "\u202Etxt.exe",
            "=HYPERLINK(\"x\")",
            "\t=1+1",
            "<script>alert(1)</script>",
            "Grade :=>> 100",
            "\u001B[2J",
            "\uFF11\uFF12\uFF13",
            "0x10",
            "+5",
            "1_000",
            "NaN",
            "-1",
            "e\u0301",
            "\u00A0");

    private Mutations() {}

    /** Variants of a tree with one place changed: dropped, doubled, swapped, flipped, set to an extreme. */
    static List<Object> of(Object tree) {
        List<Object> out = new ArrayList<>();
        change(tree, changed -> changed, out);
        return out.size() <= MOST ? out : out.subList(0, MOST);
    }

    private static void change(Object node, Function<Object, Object> whole, List<Object> out) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                Map<Object, Object> without = new LinkedHashMap<>(map);
                without.remove(name);
                out.add(whole.apply(without));
                change(value, changed -> whole.apply(with(map, name, changed)), out);
            });
        } else if (node instanceof List<?> list) {
            changeList(list, whole, out);
        } else if (node instanceof String text) {
            changeText(text, whole, out);
        } else if (node instanceof Long number) {
            for (long value :
                    new long[] {0, 1, -1, number + 1, number - 1, -number, Integer.MAX_VALUE, Long.MIN_VALUE / 2}) {
                out.add(whole.apply(value));
            }
        } else if (node instanceof Boolean flag) {
            out.add(whole.apply(!flag));
        }
        out.add(whole.apply(Json.NULL));
    }

    private static Map<Object, Object> with(Map<?, ?> map, Object name, Object value) {
        Map<Object, Object> changed = new LinkedHashMap<>(map);
        changed.put(name, value);
        return changed;
    }

    private static void changeList(List<?> list, Function<Object, Object> whole, List<Object> out) {
        out.add(whole.apply(List.of()));
        List<Object> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        out.add(whole.apply(reversed));
        List<Object> twice = new ArrayList<>(list);
        twice.addAll(list);
        out.add(whole.apply(twice));
        for (int i = 0; i < list.size(); i++) {
            List<Object> without = new ArrayList<>(list);
            without.remove(i);
            out.add(whole.apply(without));
            int at = i;
            change(
                    list.get(i),
                    changed -> {
                        List<Object> other = new ArrayList<>(list);
                        other.set(at, changed);
                        return whole.apply(other);
                    },
                    out);
        }
    }

    private static void changeText(String text, Function<Object, Object> whole, List<Object> out) {
        HOSTILE_TEXTS.forEach(hostile -> {
            out.add(whole.apply(hostile));
            out.add(whole.apply(text + hostile));
        });
        out.add(whole.apply(text + text));
        out.add(whole.apply(text.toUpperCase(java.util.Locale.ROOT)));
        if (!text.isEmpty()) {
            int last = text.length() - 1;
            out.add(whole.apply(text.substring(1)));
            out.add(whole.apply(text.substring(0, last)));
            out.add(whole.apply(text.substring(0, last) + (text.charAt(last) == '0' ? '1' : '0')));
            out.add(whole.apply(text.charAt(last) + text.substring(0, last)));
        }
        if (text.length() >= 2) {
            out.add(whole.apply(text.substring(2)));
            out.add(whole.apply(text.substring(0, text.length() - 2)));
            out.add(whole.apply("ff".repeat(text.length() / 2)));
            out.add(whole.apply("00".repeat(text.length() / 2)));
        }
    }

    /** Documents that are no answer or a worthless one. */
    static List<String> hostileDocuments(RecordShape shape) {
        List<String> out = new ArrayList<>(List.of(
                "",
                "{",
                "[]",
                "null",
                "0",
                "{}",
                "{}{}",
                "[".repeat(200_000),
                "{\"a\":1,\"a\":1}",
                "{\"\\u0000\":1}",
                "{\"score\":100,\"earned\":100,\"verdict\":\"ok\"}",
                "{\"x\":\"\\ud800\"}",
                "\uFEFF{}"));
        for (Object value :
                new Object[] {"", 0L, -1L, Json.NULL, List.of(), Map.of(), Boolean.TRUE, "0".repeat(70_000)}) {
            Map<String, Object> all = new LinkedHashMap<>();
            shape.components().forEach(component -> all.put(component.name(), value));
            out.add(Json.write(all));
        }
        for (String text : HOSTILE_TEXTS) {
            Map<String, Object> all = new LinkedHashMap<>();
            shape.components().forEach(component -> all.put(component.name(), text));
            out.add(Json.write(all));
        }
        return out;
    }
}
