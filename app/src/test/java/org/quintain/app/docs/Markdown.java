package org.quintain.app.docs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the tests of the documents need to know about Markdown. */
final class Markdown {
    private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}|~{3,})(.*)$");
    private static final Pattern HEADING = Pattern.compile("^(#{1,6}) +(.*?) *#*$");

    private Markdown() {}

    /** A fenced block and the HTML comment right above it, if there is one. */
    record Block(int line, String marker, String language, String content) {}

    /** A heading with the anchor that GitHub and GitLab give it. */
    record Heading(int level, String text, String anchor) {}

    /** The fenced blocks in order. */
    static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        String marker = "";
        for (int i = 0; i < lines.length; i++) {
            Matcher fence = FENCE.matcher(lines[i]);
            if (!fence.matches()) {
                String line = lines[i].strip();
                marker = line.startsWith("<!-- ") && line.endsWith(" -->")
                        ? line.substring(5, line.length() - 4).strip()
                        : line.isEmpty() ? marker : "";
                continue;
            }
            int from = i + 1;
            for (i++; i < lines.length && !lines[i].strip().equals(fence.group(1)); i++) {}
            blocks.add(new Block(
                    from,
                    marker,
                    fence.group(2).strip(),
                    String.join("\n", List.of(lines).subList(from, Math.min(i, lines.length)))));
            marker = "";
        }
        return blocks;
    }

    /** The text with fenced blocks and comments emptied, so that lines keep their numbers. */
    static String withoutBlocks(String text) {
        StringBuilder prose = new StringBuilder();
        String end = null;
        for (String line : text.split("\n", -1)) {
            Matcher fence = FENCE.matcher(line);
            if (end == null && fence.matches()) {
                end = fence.group(1);
            } else if (end != null) {
                end = line.strip().equals(end) ? null : end;
            } else {
                prose.append(line);
            }
            prose.append('\n');
        }
        return Pattern.compile("<!--.*?-->", Pattern.DOTALL).matcher(prose).replaceAll(Markdown::lineBreaks);
    }

    private static String lineBreaks(java.util.regex.MatchResult found) {
        return found.group().replaceAll("[^\n]", "");
    }

    /** The text without blocks and comments, with a letter for each code span, link target and address. */
    static String prose(String text) {
        Pattern code = Pattern.compile("(`+)(?!`)(?:(?!\n\n).)*?[^`]??\\1(?!`)", Pattern.DOTALL);
        return code.matcher(withoutBlocks(text))
                .replaceAll(span -> "x" + lineBreaks(span))
                .replaceAll("!?\\[([^]]*)]\\([^)]*\\)", "$1")
                .replaceAll("<?https?://[^\\s>)]+>?", "x")
                .replaceAll("\\bdoi:\\S+", "x");
    }

    /** The headings in order. */
    static List<Heading> headings(String text) {
        List<Heading> headings = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (String line : withoutBlocks(text).split("\n")) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String anchor = anchor(heading.group(2));
                int before = seen.merge(anchor, 1, Integer::sum) - 1;
                headings.add(new Heading(
                        heading.group(1).length(), heading.group(2), before == 0 ? anchor : anchor + "-" + before));
            }
        }
        return headings;
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
    }

    /** Targets of links that lead to this checkout, for example {@code embed.md#errors}. */
    static List<String> relativeLinks(String text) {
        List<String> links = new ArrayList<>();
        String prose = Pattern.compile("`[^`\n]*`").matcher(withoutBlocks(text)).replaceAll("x");
        Matcher link = Pattern.compile("]\\(<?([^)>\\s]+)>?(?: \"[^\"]*\")?\\)|(?m)^\\[[^]]+]: *(\\S+)")
                .matcher(prose);
        while (link.find()) {
            String target = link.group(1) == null ? link.group(2) : link.group(1);
            if (!target.matches("[a-z]+:.*")) {
                links.add(target);
            }
        }
        return links;
    }
}
