package org.quintain.app.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quintain.core.grade.Row;

/**
 * Hand-ins that the same is to be said about.
 *
 * @param kind ends the keys of its words
 * @param cases who handed in what
 */
record RefusalGroup(String kind, List<Case> cases) {
    /**
     * Files of one learner with one reason.
     *
     * @param whose a name
     * @param reason the exact reason
     * @param files where they lie, and whether they came late
     */
    record Case(String whose, String reason, List<File> files) {}

    /**
     * A file.
     *
     * @param pieces of its path
     * @param isLate whether it arrived after the closing time
     */
    record File(List<String> pieces, boolean isLate) {}

    private record Place(String kind, String whose, String reason) {}

    /**
     * Groups rows that were not judged.
     *
     * @param rows in any order
     * @param site names and words
     * @return files of somebody else first, then as the rows come
     */
    static List<RefusalGroup> of(List<Row> rows, Site site) {
        Map<String, Map<Place, Case>> groups = new LinkedHashMap<>();
        groups.put(Refusal.OTHERS_FILE, new LinkedHashMap<>());
        for (Row row : rows) {
            Refusal refusal = Refusal.of(row, site);
            String whose = row.seat().map(seat -> site.nameOf(seat.learner())).orElse(site.say("learner-unknown"));
            groups.computeIfAbsent(refusal.kind(), kind -> new LinkedHashMap<>())
                    .computeIfAbsent(
                            new Place(refusal.kind(), whose, refusal.reason()),
                            place -> new Case(whose, refusal.reason(), new ArrayList<>()))
                    .files()
                    .add(new File(site.breakable(row.origin()), site.isLate(row)));
        }
        List<RefusalGroup> listed = new ArrayList<>();
        groups.forEach((kind, cases) -> {
            if (!cases.isEmpty()) {
                listed.add(new RefusalGroup(kind, List.copyOf(cases.values())));
            }
        });
        return listed;
    }

    int files() {
        return cases.stream().mapToInt(one -> one.files().size()).sum();
    }
}
