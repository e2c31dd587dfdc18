package org.quintain.solutions.net.dnskaminsky;

import java.util.List;

/**
 * Where identifiers lie, from some that were seen: all a multiple of a power of two apart, in a window that may run over
 * the end.
 *
 * @param first the lowest that was seen, as the window runs
 * @param step from one to the next
 */
record IdGuess(int first, int step) {
    /** The step is the greatest power of two that divides all differences; the window begins behind the widest gap. */
    static IdGuess of(List<Integer> seen) {
        int differences = 0;
        for (int id : seen) {
            differences |= id - seen.get(0);
        }
        int step = Math.max(1, Integer.lowestOneBit(differences) & 0xFFFF);
        int[] sorted = seen.stream().mapToInt(Integer::intValue).sorted().toArray();
        int first = sorted[0];
        int widest = sorted[0] + 0x1_0000 - sorted[sorted.length - 1];
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] - sorted[i - 1] > widest) {
                widest = sorted[i] - sorted[i - 1];
                first = sorted[i];
            }
        }
        return new IdGuess(first, step);
    }
}
