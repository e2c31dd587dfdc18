package org.quintain.app.report;

import java.io.IOException;
import java.io.Writer;

/** Where the pages of a report go. */
public interface Pages {
    /**
     * Begins a page.
     *
     * @param name file name of the page, without folders; pages link to each other by it
     * @return takes the page in UTF-8, and is closed when the page is whole
     * @throws IOException if the page cannot be written
     */
    Writer open(String name) throws IOException;
}
