package org.quintain.solutions.crypto.caesarshift;

import java.util.List;
import java.util.Set;

/**
 * How likely a text is in a language, from letter frequencies and common short words.
 *
 * <p>The numbers were counted for Quintain in two books in the public domain, accents taken off and œ read as oe, in the
 * plain-text editions of Project Gutenberg (without its header and licence): Lewis Carroll, <i>Alice's Adventures in
 * Wonderland</i>, 1865 (eBook 11, 107,721 letters), and Jules Verne, <i>Le Tour du monde en quatre-vingts jours</i>, 1873
 * (eBook 800, 330,373 letters). Counts are facts and carry no licence of their own.
 */
final class LanguageModel {
    /** Letters A to Z in Carroll, and the 40 commonest words of two to five letters that are no names. */
    static final LanguageModel ENGLISH = new LanguageModel(
            new int[] {
                8791, 1475, 2399, 4931, 13576, 2001, 2531, 7375, 7515, 146, 1158, 4716, 2107, 7016, 8145, 1524, 209,
                5438, 6501, 10689, 3468, 846, 2676, 148, 2262, 78
            },
            "THE AND TO IT SHE OF SAID YOU IN WAS THAT AS HER AT ON ALL WITH HAD BUT FOR "
                    + "THEY SO BE NOT VERY WHAT THIS HE OUT IS ONE DOWN UP THERE IF HIS THEN ABOUT NO THEM");

    /** The same in Verne. */
    static final LanguageModel FRENCH = new LanguageModel(
            new int[] {
                30191, 3087, 9805, 12112, 52805, 4310, 5032, 3270, 24775, 1257, 319, 17218, 9439, 23373, 17670, 10115,
                3853, 22506, 25411, 25071, 19994, 5464, 248, 1516, 1055, 477
            },
            "DE LE LA ET IL LES EN UN DU QUE DES UNE SE DANS QUI ETAIT NE CE SON PAS "
                    + "AU QU MAIS SUR AVAIT EST LUI VOUS PLUS ON POUR PAR CETTE SA SES JE AVEC OU TOUT BIEN");

    static final List<LanguageModel> ALL = List.of(ENGLISH, FRENCH);

    private final double[] logOfFrequency = new double[26];
    private final Set<String> words;

    private LanguageModel(int[] counts, String words) {
        double total = 0;
        for (int count : counts) {
            total += count;
        }
        for (int letter = 0; letter < 26; letter++) {
            // StrictMath: the same ranking of shifts on every machine.
            logOfFrequency[letter] = StrictMath.log(counts[letter] / total);
        }
        this.words = Set.of(words.split(" "));
    }

    /**
     * The natural log likelihood of the letters, plus one for each letter that stands in a common word.
     *
     * @param text capitals A to Z with spaces and punctuation
     * @return the higher, the likelier; comparable between texts with the same number of letters
     */
    double score(String text) {
        return scoreOfLetters(text) + lettersInCommonWords(text);
    }

    /** The log likelihood of the letters alone. */
    double scoreOfLetters(String text) {
        return text.chars()
                .filter(c -> c >= 'A' && c <= 'Z')
                .mapToDouble(c -> logOfFrequency[c - 'A'])
                .sum();
    }

    /** How many letters of the text stand in a common word. */
    int lettersInCommonWords(String text) {
        int letters = 0;
        for (String word : text.split("[^A-Z]+")) {
            letters += words.contains(word) ? word.length() : 0;
        }
        return letters;
    }
}
