package org.quintain.solutions.crypto.vigenereunknownlength;

import java.util.List;

/**
 * Letters A to Z of a language, counted, accents taken off and œ read as oe.
 *
 * <p>Counted for Quintain by {@code docs/corpora/letter_counts.py} in the paragraphs of R. Hertzog and R. Mas, <i>The Debian
 * Administrator's Handbook</i> and <i>Le cahier de l'administrateur Debian</i>, as the Debian package debian-handbook
 * 11.20220922 ships them (GPL-2.0+ or CC BY-SA 3.0): 725,363 letters of English, 476,619 of French. Counts are facts and carry
 * no licence of their own.
 */
final class LetterCounts {
    static final LetterCounts ENGLISH = new LetterCounts(
            57923, 11583, 27202, 26677, 91863, 16190, 13154, 30487, 56561, 550, 5897, 30791, 18015, 50043, 52584, 17440,
            1027, 43960, 52541, 68831, 19250, 8193, 10391, 2272, 11458, 480);
    static final LetterCounts FRENCH = new LetterCounts(
            32615, 4178, 17935, 19129, 82014, 6356, 4559, 3757, 35379, 697, 290, 24900, 13347, 34579, 26987, 16988,
            5413, 33812, 40416, 34847, 28256, 5589, 380, 2344, 1581, 271);
    static final List<LetterCounts> ALL = List.of(ENGLISH, FRENCH);

    private final double[] frequency = new double[26];
    private final double[] logOfFrequency = new double[26];

    private LetterCounts(int... counts) {
        double total = 0;
        for (int count : counts) {
            total += count;
        }
        for (int letter = 0; letter < 26; letter++) {
            frequency[letter] = counts[letter] / total;
            // StrictMath: the same key on every machine.
            logOfFrequency[letter] = StrictMath.log(frequency[letter]);
        }
    }

    /**
     * Natural log likelihood of a column under one letter of the key.
     *
     * @param counts how often each ciphertext letter A to Z occurs in the column, 26 numbers
     * @param shift letter of the key, 0 to 25
     * @return 0 for an empty column, else negative
     */
    double logLikelihood(int[] counts, int shift) {
        double sum = 0;
        for (int letter = 0; letter < 26; letter++) {
            sum += counts[(letter + shift) % 26] * logOfFrequency[letter];
        }
        return sum;
    }

    /**
     * Pearson's statistic of a column under one letter of the key, as it is done in a spreadsheet.
     *
     * @param counts how often each ciphertext letter A to Z occurs in the column, 26 numbers
     * @param shift letter of the key, 0 to 25
     * @return the smaller, the likelier; 0 for an empty column
     */
    double chiSquare(int[] counts, int shift) {
        int letters = 0;
        for (int count : counts) {
            letters += count;
        }
        double sum = 0;
        for (int letter = 0; letter < 26 && letters > 0; letter++) {
            double expected = letters * frequency[letter];
            double off = counts[(letter + shift) % 26] - expected;
            sum += off * off / expected;
        }
        return sum;
    }
}
