package org.quintain.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void textsAndAttributesAreEscaped() {
        StringBuilder to = new StringBuilder();
        new Html(to).element("p", "<b>&'\"", "title", "\"><script>").end();
        assertEquals(
                "<!DOCTYPE html>\n<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;&#39;&quot;</p>\n",
                to.toString());
    }

    @Test
    void backticksBecomeCodeAndALonelyOneStays() {
        StringBuilder to = new StringBuilder();
        new Html(to).prose("a `<b>` c ` d").end();
        assertEquals("<!DOCTYPE html>\na <code>&lt;b&gt;</code> c ` d", to.toString());
    }

    @Test
    void namesOfElementsAreChecked() {
        Html html = new Html(new StringBuilder());
        assertThrows(IllegalArgumentException.class, () -> html.open("p onclick=x"));
        assertThrows(IllegalStateException.class, () -> html.open("p").end());
    }
}
