package org.quintain.app.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML whose texts and attributes are always escaped: there is no method that takes markup, but for the style
 * sheet, which is a constant.
 *
 * <p>Control, bidirectional and private-use characters are not this class's business: {@link
 * org.quintain.core.text.Clean} comes first.
 */
final class Html {
    private static final Set<String> WITHOUT_END = Set.of("meta", "wbr");
    private static final Set<String> INLINE = Set.of("span", "code", "a", "strong", "small");

    private final Appendable to;
    private final Deque<String> open = new ArrayDeque<>();

    Html(Appendable to) {
        this.to = to;
        put("<!DOCTYPE html>\n");
    }

    /**
     * Opens an element.
     *
     * @param tag its name, a constant of the program
     * @param attributes name, value, name, value …; names are constants of the program
     * @return this
     */
    Html open(String tag, String... attributes) {
        put("<");
        put(name(tag));
        for (int i = 0; i < attributes.length; i += 2) {
            put(" ");
            put(name(attributes[i]));
            put("=\"");
            put(escape(attributes[i + 1]));
            put("\"");
        }
        put(">");
        if (!WITHOUT_END.contains(tag)) {
            open.push(tag);
        }
        return this;
    }

    /**
     * Closes the element that was opened last.
     *
     * @return this
     */
    Html close() {
        String tag = open.pop();
        put("</" + tag + ">");
        if (!INLINE.contains(tag)) {
            put("\n");
        }
        return this;
    }

    /**
     * Writes text.
     *
     * @param text any text
     * @return this
     */
    Html text(String text) {
        put(escape(text));
        return this;
    }

    /**
     * Writes an element that holds only text.
     *
     * @param tag its name
     * @param text any text
     * @param attributes as for {@link #open}
     * @return this
     */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /**
     * Writes text in which backticks enclose code, as in the briefs.
     *
     * @param text any text
     * @return this
     */
    Html prose(String text) {
        String[] parts = text.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean isCode = i % 2 == 1 && i + 1 < parts.length;
            if (isCode) {
                element("code", parts[i]);
            } else {
                text(i % 2 == 1 ? "`" + parts[i] : parts[i]);
            }
        }
        return this;
    }

    /**
     * Writes a path, which may be broken behind each slash.
     *
     * @param path any text
     * @return this
     */
    Html path(String path) {
        String[] parts = path.split("(?<=/)");
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                open("wbr");
            }
            text(parts[i]);
        }
        return this;
    }

    /**
     * Writes the style sheet.
     *
     * @param css a constant of the program, without {@code <}
     * @return this
     */
    Html style(String css) {
        if (css.contains("<")) {
            throw new IllegalArgumentException("a style sheet without < wanted");
        }
        put("<style>" + css + "</style>\n");
        return this;
    }

    /** Checks that every element was closed. */
    void end() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("all elements closed wanted: open=" + open);
        }
    }

    private static String name(String name) {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("a name of an element or attribute wanted: name=" + name);
        }
        return name;
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private void put(String markup) {
        try {
            to.append(markup);
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }
}
