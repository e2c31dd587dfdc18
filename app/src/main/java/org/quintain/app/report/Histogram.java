package org.quintain.app.report;

import java.util.ArrayList;
import java.util.List;

/**
 * How many learners have how many points in all, in ten steps, as bars; only who was judged at least once is in it.
 *
 * <p>Lengths are whole units of the picture, which is {@value #WIDTH} by {@value #HEIGHT}.
 */
final class Histogram {
    static final int WIDTH = 360;
    static final int HEIGHT = 190;
    static final int FLOOR = 150;
    private static final int CEILING = 22;
    private static final int LEFT = 14;
    private static final int STEP = 33;
    private static final int STEPS = 10;

    /**
     * A bar.
     *
     * @param from the least points
     * @param to the most points
     * @param count how many learners
     * @param x left edge
     * @param y upper edge
     * @param height down to {@link #FLOOR}
     */
    record Bar(int from, int to, int count, int x, int y, int height) {
        static final int BREADTH = STEP - 5;

        int breadth() {
            return BREADTH;
        }

        int middle() {
            return x + BREADTH / 2;
        }
    }

    private final List<Bar> bars = new ArrayList<>();
    private final int learners;
    private final int max;

    Histogram(List<LearnerPart> learners, int max) {
        this.max = max;
        int steps = Math.max(1, Math.min(STEPS, max));
        int[] counts = new int[steps];
        for (LearnerPart learner : learners) {
            if (learner.hasJudged()) {
                counts[step(learner.total(), steps)]++;
            }
        }
        int sum = 0;
        int most = 1;
        for (int count : counts) {
            sum += count;
            most = Math.max(most, count);
        }
        this.learners = sum;
        for (int i = 0; i < steps; i++) {
            int height = (FLOOR - CEILING) * counts[i] / most;
            bars.add(new Bar(least(i, steps), most(i, steps), counts[i], LEFT + i * STEP, FLOOR - height, height));
        }
    }

    /** Full points have no step of their own: they belong to the last one. */
    private int step(int points, int steps) {
        return max == 0 ? 0 : (int) Math.min(steps - 1L, (long) points * steps / max);
    }

    private int least(int step, int steps) {
        return (int) (((long) step * max + steps - 1) / steps);
    }

    private int most(int step, int steps) {
        return step == steps - 1 ? max : least(step + 1, steps) - 1;
    }

    List<Bar> bars() {
        return bars;
    }

    int learners() {
        return learners;
    }

    int max() {
        return max;
    }

    int right() {
        return LEFT + bars.size() * STEP - 5;
    }
}
