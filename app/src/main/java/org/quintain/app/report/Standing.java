package org.quintain.app.report;

import java.util.Locale;

/** How somebody stands with a lab or a criterion; each has a word, a sign and a colour. */
enum Standing {
    /** All points. */
    FULL,
    /** Some points. */
    PART,
    /** Judged, without a point. */
    NONE,
    /** Handed in, but not judged. */
    REJECTED,
    /** Nothing was handed in. */
    MISSING;

    static Standing of(int earned, int max) {
        return earned == 0 ? NONE : earned < max ? PART : FULL;
    }

    /**
     * The end of its keys and the name of its class in the style sheet.
     *
     * @return for example {@code full}
     */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
