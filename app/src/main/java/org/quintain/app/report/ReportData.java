package org.quintain.app.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quintain.app.grade.Results;
import org.quintain.app.grade.Scale;
import org.quintain.app.grade.Suspicion;
import org.quintain.core.Catalog;
import org.quintain.core.Language;

/**
 * What a report is made of.
 *
 * @param results what came out
 * @param labs the labs
 * @param language in which the report is written
 * @param scale if there is one, its mark stands beside the points
 * @param until what arrived later is called late; empty if nothing is
 * @param suspicions identical answers, for a page of their own
 * @param sheets whether there is to be a page that prints as one sheet a learner
 * @param replays pages of replays, seen from the report, by the origin of the hand-in as the results show it
 */
public record ReportData(
        Results results,
        Catalog labs,
        Language language,
        Optional<Scale> scale,
        Optional<Instant> until,
        List<Suspicion> suspicions,
        boolean sheets,
        Map<String, String> replays) {
    /** Copies the collections. */
    public ReportData {
        suspicions = List.copyOf(suspicions);
        replays = Map.copyOf(replays);
    }

    /**
     * Data without replays.
     *
     * @param results what came out
     * @param labs the labs
     * @param language in which the report is written
     * @param scale if there is one, its mark stands beside the points
     * @param until what arrived later is called late; empty if nothing is
     * @param suspicions identical answers, for a page of their own
     * @param sheets whether there is to be a page that prints as one sheet a learner
     */
    public ReportData(
            Results results,
            Catalog labs,
            Language language,
            Optional<Scale> scale,
            Optional<Instant> until,
            List<Suspicion> suspicions,
            boolean sheets) {
        this(results, labs, language, scale, until, suspicions, sheets, Map.of());
    }

    /**
     * Results and nothing else: points without marks, no closing time, no sheets.
     *
     * @param results what came out
     * @param labs the labs
     * @param language in which the report is written
     * @return the data
     */
    public static ReportData of(Results results, Catalog labs, Language language) {
        return new ReportData(results, labs, language, Optional.empty(), Optional.empty(), List.of(), false);
    }

    /**
     * The same, with or without sheets.
     *
     * @param wanted whether there is to be a page that prints as one sheet a learner
     * @return the data
     */
    public ReportData withSheets(boolean wanted) {
        return new ReportData(results, labs, language, scale, until, suspicions, wanted, replays);
    }

    /**
     * The same with links to replays.
     *
     * @param pages by the origin of the hand-in
     * @return the data
     */
    public ReportData withReplays(Map<String, String> pages) {
        return new ReportData(results, labs, language, scale, until, suspicions, sheets, pages);
    }
}
