package org.quintain.app.report;

import java.util.List;

/**
 * One of several pages of learners.
 *
 * @param kind {@code learners} or {@code sheets}
 * @param number 1 or more
 * @param of how many pages there are
 * @param learners who stands on it, in the order of the roster
 */
record LearnerPage(String kind, int number, int of, List<LearnerPart> learners) {
    String file() {
        return Site.page(kind, number);
    }

    boolean hasPrevious() {
        return number > 1;
    }

    boolean hasNext() {
        return number < of;
    }

    String previous() {
        return Site.page(kind, number - 1);
    }

    String next() {
        return Site.page(kind, number + 1);
    }

    LearnerPart first() {
        return learners.get(0);
    }

    LearnerPart last() {
        return learners.get(learners.size() - 1);
    }
}
