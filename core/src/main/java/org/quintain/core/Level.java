package org.quintain.core;

import java.util.Locale;

/** Who a lab is for. */
@Stable
public enum Level {
    /** 11 to 15 years, no code. */
    PUPIL,
    /** 15 to 18 years, some code. */
    LYCEE,
    /** First years of university. */
    BACHELOR,
    /** Master's students. */
    MASTER,
    /** Doctoral students. */
    DOCTORAL,
    /** Continuing education of developers, network and plant engineers. */
    PROFESSIONAL;

    /**
     * The word used on the command line and on the wire.
     *
     * @return the lower-case name
     */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
