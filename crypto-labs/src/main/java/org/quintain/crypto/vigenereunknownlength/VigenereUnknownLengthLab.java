package org.quintain.crypto.vigenereunknownlength;

import java.util.List;
import org.quintain.core.Assurance;
import org.quintain.core.Budget;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Level;
import org.quintain.core.Param;
import org.quintain.core.Range;
import org.quintain.core.Setup;
import org.quintain.core.Size;
import org.quintain.core.derive.Draw;
import org.quintain.core.derive.Seed;

/**
 * Pages of a notebook under a Vigenère cipher whose key has 5 to 12 letters: nobody says how many.
 *
 * <p>The writer moves letter i of the text <em>forward</em> by letter i of the key, A by 0 to Z by 25, and begins the key
 * again at its end. The key is drawn letter by letter and is no word. A key that is a shorter one repeated (ABABAB) is drawn
 * again: it would make the length that the brief promises a lie, and AAAAA would hide nothing.
 *
 * <p>The text is passages of ours in an order drawn for each learner, cut after the last letter: it may end in mid-word. On
 * the hardened twin the same text stands under a one-time pad: a key as long as the text, drawn at random, used once.
 */
public final class VigenereUnknownLengthLab
        implements Lab<VigenereUnknownLengthLab.Challenge, VigenereUnknownLengthLab.Answer> {
    /** The language of the hidden text; it does not change the language of the brief. */
    public static final Param<String> LANGUAGE = Param.choice("language", "en", "fr");

    /**
     * Letters of the key; {@code 5-12} draws one of these lengths. With 3 and 4, meant for pencil and paper, there are
     * 2^14 and 2^18 keys only, fewer than the card says. No effect on the hardened twin.
     */
    public static final Param<String> KEY_LETTERS = Param.choice(
            "key-letters", "5-12", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "16", "20", "24", "32");

    /** Letters of the text; {@code 600-1500} draws a number in this range. Short texts are where the attack fails. */
    public static final Param<String> TEXT_LETTERS = Param.choice(
            "text-letters",
            "600-1500",
            "120",
            "180",
            "240",
            "300",
            "400",
            "600",
            "900",
            "1200",
            "1500",
            "2400",
            "4000");

    static final String LENGTH = "length";
    static final String KEY = "key";

    /** A slip of the pen, a key turned round, a wrong length, one to spare, and the good one. */
    private static final int SUBMISSIONS = 5;

    static final LabCard CARD = LabCard.of("crypto.vigenere-unknown-length", 1)
            .assurance(Assurance.HANDOUT_ONLY)
            // Eight lengths.
            .criterion(LENGTH, 20, 3)
            // The fewest keys, those of 5 letters: 26^5 less 26, 2^23.5.
            .criterion(KEY, 80, 23)
            .parameter(LANGUAGE)
            .parameter(KEY_LETTERS)
            .parameter(TEXT_LETTERS)
            .parameter(Param.HARDENED)
            .budget(Budget.ofQueries(0).withSubmissions(SUBMISSIONS))
            .levels(Level.LYCEE, Level.BACHELOR)
            .minutes(90)
            .prerequisites("crypto.caesar-shift")
            .sources(
                    "F. W. Kasiski, Die Geheimschriften und die Dechiffrir-Kunst, 1863",
                    "W. F. Friedman, The Index of Coincidence and Its Applications in Cryptography, Riverbank Publication No. 22, 1922",
                    "C. E. Shannon, Communication Theory of Secrecy Systems, Bell System Technical Journal 28(4), 1949, section 10",
                    "S. Singh, The Code Book, 1999, chapter 2")
            .tags(
                    "vigenere",
                    "polyalphabetic",
                    "index of coincidence",
                    "letter frequencies",
                    "one-time pad",
                    "unplugged")
            .build();

    /**
     * What the learner gets.
     *
     * @param ciphertext 600 to 1,500 letters A to Z unless a parameter says otherwise, in groups of five, ten a line
     */
    public record Challenge(String ciphertext) {}

    /**
     * What the learner hands in.
     *
     * @param key the key; case, accents and what is no letter do not matter. A key that does the same, such as the right
     *     one twice, is as good. The limit leaves room for a key as long as the longest text
     * @param length letters of the shortest key; 0 is well-formed and never right
     */
    public record Answer(
            @Size(max = 6000) String key,
            @Range(min = 0, max = 6000) int length) {}

    @Override
    public LabCard card() {
        return CARD;
    }

    @Override
    public Class<Challenge> challengeType() {
        return Challenge.class;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public LabRun<Challenge, Answer> open(Setup setup) {
        boolean isHardened = setup.params().get(Param.HARDENED);
        String text = text(setup);
        String key = isHardened ? letters(setup.seed().secret("pad"), text.length()) : key(setup);
        String ciphertext = VigenereUnknownLengthCipher.encipher(text, key);
        return new LabRun<>(
                new Challenge(VigenereUnknownLengthCipher.grouped(ciphertext)),
                new VigenereUnknownLengthChecker(text, key, isHardened));
    }

    /** The hidden text: letters A to Z. */
    static String text(Setup setup) {
        Seed seed = setup.seed();
        String wanted = setup.params().get(TEXT_LETTERS);
        int letters = wanted.equals(TEXT_LETTERS.byDefault())
                ? 600 + seed.draw("text-letters").below(901)
                : Integer.parseInt(wanted);
        List<String> passages =
                seed.secret("text").shuffle(passages(setup.params().get(LANGUAGE)));
        return VigenereUnknownLengthCipher.letters(String.join("", passages)).substring(0, letters);
    }

    /** The key of the vulnerable lab: never a shorter key repeated. */
    static String key(Setup setup) {
        String wanted = setup.params().get(KEY_LETTERS);
        int length = wanted.equals(KEY_LETTERS.byDefault())
                ? 5 + setup.seed().secret("key-letters").below(8)
                : Integer.parseInt(wanted);
        Draw draw = setup.seed().secret("key");
        String key = letters(draw, length);
        while (!VigenereUnknownLengthCipher.shortest(key).equals(key)) {
            key = letters(draw, length);
        }
        return key;
    }

    private static String letters(Draw draw, int count) {
        StringBuilder letters = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            letters.append((char) ('A' + draw.below(26)));
        }
        return letters.toString();
    }

    /** The passages of a language, {@code en} or {@code fr}. */
    static List<String> passages(String language) {
        return language.equals("fr") ? VigenereUnknownLengthFrench.PASSAGES : VigenereUnknownLengthEnglish.PASSAGES;
    }
}
