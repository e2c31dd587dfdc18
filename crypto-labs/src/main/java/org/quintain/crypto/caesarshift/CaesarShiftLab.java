package org.quintain.crypto.caesarshift;

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
import org.quintain.core.derive.Seed;

/**
 * A short message under a Caesar shift, to be read by hand.
 *
 * <p>The sender moves each letter <em>forward</em> by {@code shift} places, 1 to 25: with shift 3, A becomes D and Z
 * becomes C.
 *
 * <p>Two learners in 25 have the same shift by chance, and the text follows from it: equal answers prove nothing here and
 * never raise a suspicion (both criteria state 4 bits, far below {@link
 * org.quintain.core.Criterion#SUSPICION_BITS}). What a teacher can rely on is that neighbours hold different messages;
 * the debrief says what to ask them.
 */
public final class CaesarShiftLab implements Lab<CaesarShiftLab.Challenge, CaesarShiftLab.Answer> {
    /** The language of the hidden text; it does not change the language of the brief. */
    public static final Param<String> LANGUAGE = Param.choice("language", "en", "fr");

    static final String SHIFT = "shift";
    static final String PLAINTEXT = "plaintext";

    /** 25 shifts are 4.6 bits, and each leads to one text: whoever holds the handout has 25 candidates for the pair. */
    private static final int ANSWER_SPACE_BITS = 4;

    /**
     * Judged hand-ins: one for a slip of the pen, one for the shift counted in the wrong direction, one to spare, and
     * the good one. Whoever tries shifts blindly gets through 4 of 25.
     */
    private static final int SUBMISSIONS = 4;

    static final LabCard CARD = LabCard.of("crypto.caesar-shift", 1)
            .assurance(Assurance.HANDOUT_ONLY)
            .criterion(SHIFT, 30, ANSWER_SPACE_BITS)
            .criterion(PLAINTEXT, 70, ANSWER_SPACE_BITS)
            .parameter(LANGUAGE)
            .budget(Budget.ofQueries(0).withSubmissions(SUBMISSIONS))
            .levels(Level.PUPIL, Level.LYCEE)
            .minutes(30)
            .sources(
                    "Suetonius, De vita Caesarum, Divus Iulius 56.6, about AD 121",
                    "I. A. Al-Kadi, Origins of cryptology: the Arab contributions, Cryptologia 16(2), 1992",
                    "S. Singh, The Code Book, 1999, chapter 1")
            .tags("caesar", "shift", "substitution", "letter frequencies", "exhaustive search", "unplugged")
            .build();

    /**
     * What the learner gets.
     *
     * @param ciphertext 60 to 160 letters A to Z, with the spaces and punctuation of the clear text
     */
    public record Challenge(String ciphertext) {}

    /**
     * What the learner hands in.
     *
     * @param plaintext the message; case, accents, spaces and punctuation do not matter. The limit leaves room for a
     *     message spaced out letter by letter, not for all 25 candidates
     * @param shift places by which the sender moved each letter forward; 0 is well-formed and never right
     */
    public record Answer(
            @Size(max = 400) String plaintext,
            @Range(min = 0, max = 25) int shift) {}

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
        Seed seed = setup.seed();
        String plaintext = CaesarShiftCipher.fold(
                seed.secret("text").pick(texts(setup.params().get(LANGUAGE))));
        int shift = 1 + seed.secret("shift").below(25);
        String ciphertext = CaesarShiftCipher.shift(plaintext, shift);
        return new LabRun<>(new Challenge(ciphertext), new CaesarShiftChecker(plaintext, shift));
    }

    /** The hidden texts of a language, {@code en} or {@code fr}. */
    static List<String> texts(String language) {
        return language.equals("fr") ? CaesarShiftFrench.TEXTS : CaesarShiftEnglish.TEXTS;
    }
}
