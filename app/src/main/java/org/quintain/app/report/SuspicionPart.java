package org.quintain.app.report;

import java.util.ArrayList;
import java.util.List;
import org.quintain.app.grade.Suspicion;

/**
 * Identical answers, as the page shows them.
 *
 * @param id of the heading
 * @param title the lab
 * @param holders who handed it in
 * @param more how many further hand-ins there are
 */
record SuspicionPart(String id, String title, List<Holder> holders, int more) {
    /**
     * One of the hand-ins.
     *
     * @param name whose it is
     * @param link to their section
     * @param path where it lies, in pieces
     * @param solves whether it solves their own instance, in words
     */
    record Holder(String name, String link, List<String> path, String solves) {}

    static List<SuspicionPart> of(Site site) {
        List<SuspicionPart> parts = new ArrayList<>();
        for (Suspicion suspicion : site.data().suspicions()) {
            String title = site.title(suspicion.labId(), suspicion.issue());
            List<Holder> holders = suspicion.holders().stream()
                    .map(holder -> holder(holder, site))
                    .toList();
            parts.add(new SuspicionPart("identical-" + (parts.size() + 1), title, holders, suspicion.more()));
        }
        return parts;
    }

    private static Holder holder(Suspicion.Holder holder, Site site) {
        return new Holder(
                site.nameOf(holder.seat().learner()),
                site.linkTo(holder.seat().learner()),
                site.breakable(holder.origin()),
                site.say(holder.isSolution() ? "solves-yes" : "solves-no"));
    }
}
