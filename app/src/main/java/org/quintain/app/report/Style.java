package org.quintain.app.report;

import org.quintain.app.files.Inline;
import org.quintain.app.files.Sha256;

/** The style sheet, and the policy that lets a browser apply it and load nothing else. */
final class Style {
    /** The style sheet; a constant of the program. */
    static final String CSS = Inline.read(Style.class, "report.css");

    /** The content security policy of every page. */
    static final String POLICY =
            "default-src 'none'; style-src " + Sha256.policySource(CSS) + "; base-uri 'none'; form-action 'none'";

    private Style() {}
}
