package org.quintain.solutions.crypto.vigenereunknownlength;

/** A ciphertext written in lines of a given length: column i holds what the same letter of the key has moved. */
final class Columns {
    /** Letters of the longest key looked for. */
    static final int MAX_KEY_LETTERS = 40;

    private static final double LOG_26 = StrictMath.log(26);

    private final int[][] counts;

    /**
     * Counts the letters of each column.
     *
     * @param letters letters A to Z
     * @param width letters a line, 1 or more
     */
    Columns(String letters, int width) {
        counts = new int[width][26];
        for (int i = 0; i < letters.length(); i++) {
            counts[i % width][letters.charAt(i) - 'A']++;
        }
    }

    /**
     * Friedman's index: the chance that two letters picked from one column are equal, averaged over the columns.
     *
     * @return about 0.066 in English and 0.078 in French for the key's length, 0.038 for letters at random; 0 where columns
     *     have fewer than two letters
     */
    double indexOfCoincidence() {
        double sum = 0;
        for (int[] column : counts) {
            long pairs = 0;
            long letters = 0;
            for (int count : column) {
                pairs += (long) count * (count - 1);
                letters += count;
            }
            sum += letters < 2 ? 0 : (double) pairs / (letters * (letters - 1));
        }
        return sum / counts.length;
    }

    /**
     * Natural log of how likely the text is when every key of this length is: for each column the mean likelihood over the 26
     * letters of the key. A length twice too long explains the text as well, with 26 times as many keys for each letter, so it
     * loses: no threshold has to be chosen.
     *
     * @param language letter counts of the clear text
     * @return comparable between widths and languages for one text
     */
    double logEvidence(LetterCounts language) {
        double sum = 0;
        for (int[] column : counts) {
            double best = Double.NEGATIVE_INFINITY;
            double[] logs = new double[26];
            for (int shift = 0; shift < 26; shift++) {
                logs[shift] = language.logLikelihood(column, shift);
                best = Math.max(best, logs[shift]);
            }
            double total = 0;
            for (double log : logs) {
                // What is less adds nothing that a double could hold.
                total += log - best > -40 ? StrictMath.exp(log - best) : 0;
            }
            sum += best + StrictMath.log(total) - LOG_26;
        }
        return sum;
    }

    /** The likeliest letter of the key for each column. */
    String likeliestKey(LetterCounts language) {
        return key(language::logLikelihood);
    }

    /** The letter of the key for each column with the least chi-square: what a spreadsheet finds. */
    String closestKey(LetterCounts language) {
        return key((column, shift) -> -language.chiSquare(column, shift));
    }

    private String key(Score score) {
        StringBuilder key = new StringBuilder();
        for (int[] column : counts) {
            int best = 0;
            for (int shift = 1; shift < 26; shift++) {
                best = score.of(column, shift) > score.of(column, best) ? shift : best;
            }
            key.append((char) ('A' + best));
        }
        return key.toString();
    }

    /** How well a letter of the key explains a column: the higher, the better. */
    private interface Score {
        double of(int[] column, int shift);
    }
}
