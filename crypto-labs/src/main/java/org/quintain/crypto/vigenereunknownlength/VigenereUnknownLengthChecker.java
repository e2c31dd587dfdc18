package org.quintain.crypto.vigenereunknownlength;

import static org.quintain.crypto.vigenereunknownlength.VigenereUnknownLengthLab.KEY;
import static org.quintain.crypto.vigenereunknownlength.VigenereUnknownLengthLab.LENGTH;

import java.util.stream.IntStream;
import org.quintain.core.Checker;
import org.quintain.core.Marking;
import org.quintain.core.Message;
import org.quintain.core.Verdict;

/**
 * Judges length and key on their own: whoever found the length only has half of the idea.
 *
 * <p>A key that deciphers the whole text is right, whatever its length. Half of its points go to a key that is right but for
 * one slip in the convention (direction, place of A, first letter), and all but {@value #COST_PER_LETTER} points a letter to
 * a key with one or two letters wrong and four or more right: nobody gets there by guessing, since of all keys of the right
 * length at most one in 32,000 earns any of these (length 6: 15 pairs of wrong letters, 25 * 25 values, of 26^6 keys).
 */
final class VigenereUnknownLengthChecker implements Checker<VigenereUnknownLengthLab.Answer> {
    private static final int MAX_SLIPS = 2;
    private static final int MIN_RIGHT_LETTERS = 4;
    private static final int COST_PER_LETTER = 15;

    private final String text;
    private final String key;
    private final boolean isPad;

    /**
     * A checker of one instance.
     *
     * @param text the hidden text, letters A to Z
     * @param key the shortest key
     * @param isPad whether the key is as long as the text: its length is then no secret, and earns nothing on its own
     */
    VigenereUnknownLengthChecker(String text, String key, boolean isPad) {
        this.text = text;
        this.key = key;
        this.isPad = isPad;
    }

    @Override
    public Verdict check(VigenereUnknownLengthLab.Answer answer) {
        Marking marking = VigenereUnknownLengthLab.CARD.marking();
        String found = VigenereUnknownLengthCipher.letters(answer.key());
        boolean isRight = !found.isEmpty() && wrongLetters(found, text.length()) == 0;
        markLength(marking, answer.length(), isRight ? found.length() : 0);
        if (isRight) {
            String why = found.length() == key.length() ? "key-right" : "key-right-repeated";
            return marking.mark(KEY, true, Message.of(why)).verdict();
        }
        // A letter that is wrong in each repetition is one letter right less, not several.
        markWrongKey(marking, VigenereUnknownLengthCipher.shortest(found));
        return marking.verdict();
    }

    private void markLength(Marking marking, int length, int rightKeyLength) {
        boolean isKnownAnyway = isPad && rightKeyLength == 0;
        if (length == key.length() && !isKnownAnyway) {
            marking.mark(LENGTH, true, Message.of("length-right"));
        } else if (rightKeyLength > 0 && length == rightKeyLength) {
            int points = VigenereUnknownLengthLab.CARD.criterion(LENGTH).points();
            marking.part(LENGTH, points / 2, Message.of("length-multiple"));
        } else {
            marking.mark(LENGTH, false, Message.of(whyWrong(length, isKnownAnyway)));
        }
    }

    private String whyWrong(int length, boolean isKnownAnyway) {
        if (length == 0) {
            return "length-empty";
        }
        return isKnownAnyway && length == key.length() ? "length-without-key" : "length-wrong";
    }

    private void markWrongKey(Marking marking, String found) {
        int points = VigenereUnknownLengthLab.CARD.criterion(KEY).points();
        if (found.length() % key.length() != 0 || found.isEmpty()) {
            marking.mark(KEY, false, Message.of(whyWrong(found)));
            return;
        }
        int wrong = wrongLetters(found, found.length());
        if (isMirrored(found)) {
            marking.part(KEY, points / 2, Message.of("key-turned-round"));
        } else if (isMoved(found)) {
            marking.part(KEY, points / 2, Message.of("key-moved"));
        } else if (isRotated(found)) {
            marking.part(KEY, points / 2, Message.of("key-rotated"));
        } else if (wrong <= MAX_SLIPS && found.length() - wrong >= MIN_RIGHT_LETTERS) {
            marking.part(KEY, points - COST_PER_LETTER * wrong, Message.of("key-nearly", "wrong", wrong));
        } else {
            marking.mark(KEY, false, Message.of(whyWrong(found)));
        }
    }

    private String whyWrong(String found) {
        if (found.isEmpty()) {
            return "key-empty";
        }
        return found.length() >= MIN_RIGHT_LETTERS && text.startsWith(found) ? "key-is-text" : "key-wrong";
    }

    /** How many of the first {@code count} letters of the text come out wrong under a key of one letter or more. */
    private int wrongLetters(String found, int count) {
        return (int) IntStream.range(0, count)
                .filter(i -> found.charAt(i % found.length()) != key.charAt(i % key.length()))
                .count();
    }

    /** The letters that the reader moves forward by, where the writer's were asked for. */
    private boolean isMirrored(String found) {
        return IntStream.range(0, found.length()).allMatch(i -> (found.charAt(i) - 'A' + keyAt(i)) % 26 == 0);
    }

    /** All letters off by the same number: A counted as 1, or another letter taken for E in every column. */
    private boolean isMoved(String found) {
        return IntStream.range(0, found.length())
                        .map(i -> Math.floorMod(found.charAt(i) - 'A' - keyAt(i), 26))
                        .distinct()
                        .count()
                == 1;
    }

    private boolean isRotated(String found) {
        return found.length() == key.length() && (key + key).contains(found);
    }

    private int keyAt(int i) {
        return key.charAt(i % key.length()) - 'A';
    }
}
