package org.quintain.app.issue;

import org.quintain.app.files.Inline;
import org.quintain.app.files.Sha256;

/** The style sheet and the script of the learners' pages, and the policy that lets nothing else in. */
final class PageAssets {
    /** The style sheet. */
    static final String CSS = Inline.read(PageAssets.class, "page.css");
    /** The script. */
    static final String SCRIPT = Inline.read(PageAssets.class, "page.js");
    /** No network, no other script or style, no form that goes anywhere. */
    static final String POLICY = "default-src 'none'; style-src " + Sha256.policySource(CSS) + "; script-src "
            + Sha256.policySource(SCRIPT) + "; base-uri 'none'; form-action 'none'";

    private PageAssets() {}
}
