package org.quintain.app;

import java.util.ArrayList;
import java.util.List;

/** Markdown as plain lines for a terminal or a screen reader: marks of emphasis go, words stay, lines are wrapped. */
public final class PlainText {
    private static final int WIDTH = 80;

    private PlainText() {}

    /**
     * Renders a text.
     *
     * @param markdown paragraphs, lists, headings, fenced code; what else there may be stays as it is
     * @return lines of at most 80 characters where words allow it, without a line feed at the end
     */
    public static String of(String markdown) {
        List<String> out = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        boolean isCode = false;
        for (String line : markdown.strip().split("\n")) {
            boolean isFence = line.strip().startsWith("```");
            if (isFence || isCode) {
                flush(paragraph, out);
                if (!isFence) {
                    out.add("    " + line);
                }
                isCode ^= isFence;
            } else if (line.isBlank()) {
                flush(paragraph, out);
                out.add("");
            } else if (startsBlock(line.strip())) {
                flush(paragraph, out);
                paragraph.append(line.stripTrailing());
            } else {
                paragraph.append(paragraph.length() == 0 ? line.strip() : " " + line.strip());
            }
        }
        flush(paragraph, out);
        return String.join("\n", out);
    }

    private static boolean startsBlock(String line) {
        return line.startsWith("- ")
                || line.startsWith("* ")
                || line.startsWith("#")
                || line.startsWith("|")
                || line.matches("[0-9]{1,2}\\. .*");
    }

    private static void flush(StringBuilder paragraph, List<String> out) {
        if (paragraph.length() > 0) {
            String text = paragraph.toString();
            paragraph.setLength(0);
            if (text.startsWith("#")) {
                out.add(words(text.replaceFirst("^#+ *", "")));
            } else {
                String item = text.strip();
                int hang = text.startsWith("|") || !startsBlock(item)
                        ? 0
                        : text.length() - item.length() + item.indexOf(' ') + 1;
                wrap(words(text), hang, out);
            }
        }
    }

    private static void wrap(String text, int hang, List<String> out) {
        String first = " ".repeat(text.length() - text.stripLeading().length());
        StringBuilder line = new StringBuilder(first);
        boolean isEmpty = true;
        for (String word : text.strip().split(" +")) {
            if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
                out.add(line.toString());
                line = new StringBuilder(" ".repeat(hang));
                isEmpty = true;
            }
            line.append(isEmpty ? "" : " ").append(word);
            isEmpty = false;
        }
        out.add(line.toString());
    }

    /** Without the marks of strong and of code; names in code keep their letters. */
    private static String words(String text) {
        return text.replace("**", "").replace("`", "").replaceAll("(?<![\\w*])\\*([^* ][^*]*)\\*(?!\\w)", "$1");
    }
}
