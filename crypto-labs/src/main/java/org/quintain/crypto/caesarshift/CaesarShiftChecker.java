package org.quintain.crypto.caesarshift;

import static org.quintain.crypto.caesarshift.CaesarShiftLab.PLAINTEXT;
import static org.quintain.crypto.caesarshift.CaesarShiftLab.SHIFT;

import org.quintain.core.Checker;
import org.quintain.core.Marking;
import org.quintain.core.Message;
import org.quintain.core.Verdict;

/**
 * Judges shift and text on their own, so that a slip in one does not cost the other.
 *
 * <p>The shift turned round (26 - shift, the number of places that the <em>reader</em> moves forward) earns half: the
 * pair of alphabets is right and only the direction is not. A text with one, two or three letters wrong, missing or too
 * many earns all but {@value #COST_PER_LETTER} points for each: the cipher is broken, the copying was hasty.
 */
final class CaesarShiftChecker implements Checker<CaesarShiftLab.Answer> {
    private static final int MAX_SLIPS = 3;
    private static final int COST_PER_LETTER = 10;

    private final String plaintext;
    private final String letters;
    private final int shift;

    CaesarShiftChecker(String plaintext, int shift) {
        this.plaintext = plaintext;
        this.letters = CaesarShiftCipher.letters(plaintext);
        this.shift = shift;
    }

    @Override
    public Verdict check(CaesarShiftLab.Answer answer) {
        Marking marking = CaesarShiftLab.CARD.marking();
        markShift(marking, answer.shift());
        markText(marking, CaesarShiftCipher.letters(answer.plaintext()));
        return marking.verdict();
    }

    private void markShift(Marking marking, int found) {
        int points = CaesarShiftLab.CARD.criterion(SHIFT).points();
        // Shift 13 is its own reverse: the first case comes first.
        if (found == shift) {
            marking.mark(SHIFT, true, Message.of("shift-right"));
        } else if (found == 26 - shift) {
            marking.part(SHIFT, points / 2, Message.of("shift-turned-round"));
        } else {
            marking.mark(SHIFT, false, Message.of(found == 0 ? "shift-zero" : "shift-wrong"));
        }
    }

    private void markText(Marking marking, String found) {
        int points = CaesarShiftLab.CARD.criterion(PLAINTEXT).points();
        int slips = distance(letters, found);
        if (slips == 0) {
            marking.mark(PLAINTEXT, true, Message.of("text-right"));
        } else if (slips <= MAX_SLIPS) {
            Message why = Message.of("text-nearly", "wrong", slips, "word", wordOfFirstSlip(found));
            marking.part(PLAINTEXT, points - COST_PER_LETTER * slips, why);
        } else {
            marking.mark(PLAINTEXT, false, whyWrong(found));
        }
    }

    private Message whyWrong(String found) {
        if (found.isEmpty()) {
            return Message.of("text-empty");
        }
        if (found.equals(CaesarShiftCipher.shift(letters, shift))) {
            return Message.of("text-unchanged");
        }
        // The number of letters can be counted in the handout: saying it gives nothing away.
        if (found.length() != letters.length()) {
            return Message.of("text-length", "found", found.length(), "expected", letters.length());
        }
        int moved = found.charAt(0) - letters.charAt(0);
        boolean isOtherShift = found.equals(CaesarShiftCipher.shift(letters, moved));
        return Message.of(isOtherShift ? "text-other-shift" : "text-wrong");
    }

    /** The number, from 1, of the message's word in which the first slip lies; words are what spaces part. */
    private int wordOfFirstSlip(String found) {
        int same = 0;
        while (same < Math.min(letters.length() - 1, found.length()) && letters.charAt(same) == found.charAt(same)) {
            same++;
        }
        int word = 0;
        int seen = 0;
        boolean isInWord = false;
        for (int i = 0; seen <= same; i++) {
            char c = plaintext.charAt(i);
            if (c == ' ') {
                isInWord = false;
            } else if (CaesarShiftCipher.isLetter(c)) {
                word += isInWord ? 0 : 1;
                isInWord = true;
                seen++;
            }
        }
        return word;
    }

    /**
     * Levenshtein distance: the least number of letters to replace, insert or delete (V. I. Levenshtein, Binary codes
     * capable of correcting deletions, insertions, and reversals, Soviet Physics Doklady 10(8), 1966).
     *
     * @return 0 to the greater length; at most 160 by 400 steps
     */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
