package org.quintain.app.grade;

import java.util.HashSet;
import java.util.Set;

/** Folders in which the templates are as they were issued; one that holds a hand-in as well is not untouched. */
final class UntouchedFolders {
    private final Set<String> templates = new HashSet<>();
    private final Set<String> filledIn = new HashSet<>();

    /** A template lies there; the templates of one folder count once. */
    void template(String origin) {
        templates.add(origin.indexOf('/') < 0 ? origin : folder(origin));
    }

    /** A hand-in lies there. */
    void handIn(String origin) {
        if (origin.indexOf('/') >= 0) {
            filledIn.add(folder(origin));
        }
    }

    int count() {
        return (int)
                templates.stream().filter(place -> !filledIn.contains(place)).count();
    }

    private static String folder(String origin) {
        return origin.substring(0, origin.lastIndexOf('/') + 1);
    }
}
