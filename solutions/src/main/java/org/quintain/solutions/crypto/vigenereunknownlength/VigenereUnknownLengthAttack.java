package org.quintain.solutions.crypto.vigenereunknownlength;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quintain.core.Lab;
import org.quintain.core.Seat;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.NearMiss;
import org.quintain.core.contract.Reference;
import org.quintain.crypto.vigenereunknownlength.VigenereUnknownLengthLab;
import org.quintain.crypto.vigenereunknownlength.VigenereUnknownLengthLab.Answer;
import org.quintain.crypto.vigenereunknownlength.VigenereUnknownLengthLab.Challenge;

/**
 * Writes the ciphertext in lines of every length, asks at which length the columns look most like Caesar ciphers of English
 * or French, and reads each column's shift (F. W. Kasiski, Die Geheimschriften und die Dechiffrir-Kunst, 1863; W. F. Friedman,
 * The Index of Coincidence and Its Applications in Cryptography, Riverbank Publication No. 22, 1922).
 *
 * <p>Friedman compares indices of coincidence, which needs a threshold for "high" and a rule against multiples and divisors
 * of the right length; {@link #classroomKey} does so. The attack compares likelihoods instead (see {@link
 * Columns#logEvidence}), which needs neither.
 *
 * <p>Cost: no query; 40 lengths, two languages, 42,640 comparisons of 26 letters, always: about 5 ms. Measured on practice
 * seats 0 to 3999 in each language: all 8,000 keys; the classroom's way misses 42 of 4,000 in English and 9 in French, where the
 * two halves of a key resemble each other. It knows nothing of the lab's texts.
 */
public final class VigenereUnknownLengthAttack implements Reference<Challenge, Answer> {
    private static final VigenereUnknownLengthLab LAB = new VigenereUnknownLengthLab();
    private static final String LENGTH = "length";
    private static final String KEY = "key";

    @Override
    public Lab<Challenge, Answer> lab() {
        return LAB;
    }

    @Override
    public Answer run(Challenge challenge) {
        String key = key(letters(challenge));
        return new Answer(key, key.length());
    }

    /**
     * The likeliest key.
     *
     * @param ciphertext letters A to Z
     * @return 1 to 40 letters; never a shorter key repeated
     */
    static String key(String ciphertext) {
        String best = "A";
        double bestEvidence = Double.NEGATIVE_INFINITY;
        for (int length = 1; length <= Columns.MAX_KEY_LETTERS; length++) {
            Columns columns = new Columns(ciphertext, length);
            for (LetterCounts language : LetterCounts.ALL) {
                double evidence = columns.logEvidence(language);
                if (evidence > bestEvidence) {
                    bestEvidence = evidence;
                    best = columns.likeliestKey(language);
                }
            }
        }
        return best;
    }

    /**
     * The key as a class finds it with a spreadsheet: the least length up to 20 whose mean index of coincidence reaches 0.85
     * of the highest, then chi-square in each column.
     *
     * @param ciphertext letters A to Z
     * @param language which language the text is in
     * @return 1 to 20 letters
     */
    static String classroomKey(String ciphertext, LetterCounts language) {
        double highest = 0;
        for (int length = 1; length <= 20; length++) {
            highest = Math.max(highest, new Columns(ciphertext, length).indexOfCoincidence());
        }
        int length = 1;
        while (new Columns(ciphertext, length).indexOfCoincidence() < 0.85 * highest) {
            length++;
        }
        return new Columns(ciphertext, length).closestKey(language);
    }

    static String letters(Challenge challenge) {
        return challenge.ciphertext().replaceAll("[^A-Z]", "");
    }

    /** Undoes the cipher. */
    static String decipher(String ciphertext, String key) {
        StringBuilder clear = new StringBuilder(ciphertext.length());
        for (int i = 0; i < ciphertext.length(); i++) {
            clear.append((char) ('A' + (ciphertext.charAt(i) - key.charAt(i % key.length()) + 26) % 26));
        }
        return clear.toString();
    }

    /** A normal user has the key and needs the text whole, in groups of five: nothing else is asked of a handout. */
    @Override
    public void honestUse(Challenge challenge) {
        if (!challenge.ciphertext().matches("([A-Z]{5}[ \n])*[A-Z]{1,5}")) {
            throw new IllegalStateException("groups of five letters wanted");
        }
    }

    @Override
    public List<NearMiss<Answer>> nearMisses(Challenge challenge, Answer right) {
        String key = right.key();
        int length = right.length();
        Set<String> all = Set.of(LENGTH, KEY);
        String clear = decipher(letters(challenge), key);
        List<NearMiss<Answer>> misses = new ArrayList<>(List.of(
                new NearMiss<>("the length only", new Answer("", length), Set.of(LENGTH)),
                NearMiss.of("one letter of the key forgotten", new Answer(key.substring(1), length - 1)),
                new NearMiss<>("the key with a wrong length", new Answer(key, length + 1), Set.of(KEY)),
                new NearMiss<>("twice the length, the key twice", new Answer(key + key, 2 * length), all),
                new NearMiss<>(
                        "the first word instead of the key",
                        new Answer(clear.substring(0, length), length),
                        Set.of(LENGTH)),
                new NearMiss<>(
                        "one letter wrong", new Answer(moved(key.substring(0, 1), 4) + key.substring(1), length), all),
                new NearMiss<>("A counted as 1", new Answer(moved(key, 25), length), all),
                new NearMiss<>(
                        "the key from its second letter on", new Answer(key.substring(1) + key.charAt(0), length), all),
                new NearMiss<>(
                        "E taken for the commonest letter of each column",
                        new Answer(commonestIsE(challenge, length), length),
                        all)));
        String mirrored = decipher("A".repeat(length), key);
        // A key of A and N only is its own mirror image.
        if (!mirrored.equals(key)) {
            misses.add(
                    new NearMiss<>("the letters by which the reader moves forward", new Answer(mirrored, length), all));
        }
        misses.removeIf(miss -> miss.answer().equals(right));
        return misses;
    }

    private static String moved(String letters, int by) {
        return decipher(letters, String.valueOf((char) ('A' + 26 - by)));
    }

    private static String commonestIsE(Challenge challenge, int length) {
        String letters = letters(challenge);
        StringBuilder key = new StringBuilder();
        for (int column = 0; column < length; column++) {
            int[] counts = new int[26];
            for (int i = column; i < letters.length(); i += length) {
                counts[letters.charAt(i) - 'A']++;
            }
            int best = 0;
            for (int letter = 1; letter < 26; letter++) {
                best = counts[letter] > counts[best] ? letter : best;
            }
            key.append((char) ('A' + (best - 4 + 26) % 26));
        }
        return key.toString();
    }

    @Override
    public List<HardSeat> hardSeats() {
        return List.of(
                hard("en", 882, "BTMFBFMF: the halves of the key are nearly equal; the narrowest of 4,000 seats"),
                hard("en", 276, "CHQCRQ: the halves of the key are nearly equal; the classroom's way finds 3 letters"),
                hard(
                        "en",
                        880,
                        "MGIGPVIG: every second letter is nearly the same; the classroom's way finds 2 letters"),
                hard("en", 54, "IBCJJYIIIKQU: a quarter of the key is I; 12 letters for a text of 601"),
                hard("en", 7, "JVPPPV: three different letters, three of them in a row"),
                hard("en", 1768, "AATJAW: half of the text has not moved"),
                hard("en", 2104, "ADQDD: half of the key is D; 623 letters"),
                hard(
                        "fr",
                        2485,
                        "MNIMZI: the halves of the key are nearly equal; the narrowest of 4,000 seats in French"),
                hard("fr", 3623, "VDJAFPLNAUPF: 12 letters for a text of 602"),
                hard("fr", 2196, "WMWZZ: three different letters; 616 letters"),
                hard("fr", 3717, "AAINHAAJO: four letters of the key move nothing"));
    }

    private static HardSeat hard(String language, int seat, String why) {
        return new HardSeat(why, Seat.practice(seat), Map.of(VigenereUnknownLengthLab.LANGUAGE.name(), language));
    }
}
