package org.quintain.app.issue;

import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The Markdown of the briefs as HTML: markup in it stays text, and so do links that are no web addresses. */
final class PageMarkdown {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> PageMarkdown::attributes)
            .build();

    private PageMarkdown() {}

    /** Who uses the keyboard alone must be able to scroll a wide block, and a table's headings must say of what. */
    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (tag.equals("pre") && (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock)) {
            attributes.put("tabindex", "0");
        } else if (node instanceof TableCell cell && cell.isHeader()) {
            attributes.put("scope", "col");
        }
    }

    /**
     * A text of one or more paragraphs.
     *
     * @param markdown the text
     * @return its markup
     */
    static String blocks(String markdown) {
        // Markup of the text is escaped: these are the renderer's own tags. A narrow window scrolls the table alone.
        return RENDERER.render(PARSER.parse(markdown))
                .replace("<table>", "<div class=\"scroll\" tabindex=\"0\"><table>")
                .replace("</table>", "</table></div>");
    }

    /**
     * A text that stands inside a sentence or a paragraph.
     *
     * @param markdown the text; if it is more than a paragraph, it stays text
     * @return its markup without a paragraph around it
     */
    static String inline(String markdown) {
        Node document = PARSER.parse(markdown.replace('\n', ' '));
        Node only = document.getFirstChild();
        if (only instanceof Paragraph && only == document.getLastChild()) {
            String paragraph = RENDERER.render(document).strip();
            return paragraph.substring("<p>".length(), paragraph.length() - "</p>".length());
        }
        return RENDERER.render(new Text(markdown));
    }
}
