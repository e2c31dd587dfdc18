package org.quintain.solutions.crypto.caesarshift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quintain.core.Lab;
import org.quintain.core.Seat;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.NearMiss;
import org.quintain.core.contract.Reference;
import org.quintain.crypto.caesarshift.CaesarShiftLab;
import org.quintain.crypto.caesarshift.CaesarShiftLab.Answer;
import org.quintain.crypto.caesarshift.CaesarShiftLab.Challenge;

/**
 * Tries all 25 shifts and keeps the reading that looks most like English or French: letter frequencies (Al-Kindi, 9th
 * century; I. A. Al-Kadi, Origins of cryptology: the Arab contributions, Cryptologia 16(2), 1992) and common short words.
 *
 * <p>Cost: no query; 50 scored readings, always (25 shifts, two languages). It knows nothing of the lab's texts. Measured:
 * all 96 texts under all 25 shifts are read, and so are 20,000 passages of 60 to 160 letters of Austen's <i>Pride and
 * Prejudice</i> and 20,000 of Zola's <i>Germinal</i>, neither of which the model has seen. Letters alone misread one of
 * the 96 texts, words alone 29 of those 40,000 passages.
 */
public final class CaesarShiftAttack implements Reference<Challenge, Answer> {
    private static final CaesarShiftLab LAB = new CaesarShiftLab();
    private static final String SHIFT = "shift";
    private static final String PLAINTEXT = "plaintext";

    @Override
    public Lab<Challenge, Answer> lab() {
        return LAB;
    }

    @Override
    public Answer run(Challenge challenge) {
        Answer best = null;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int shift = 1; shift <= 25; shift++) {
            String candidate = forward(challenge.ciphertext(), 26 - shift);
            for (LanguageModel language : LanguageModel.ALL) {
                double score = language.score(candidate);
                if (score > bestScore) {
                    bestScore = score;
                    best = new Answer(candidate, shift);
                }
            }
        }
        return best;
    }

    /** Moves each letter A to Z forward by {@code places}, 0 to 26; all else stays. */
    static String forward(String text, int places) {
        StringBuilder moved = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            moved.append(c >= 'A' && c <= 'Z' ? (char) ('A' + (c - 'A' + places) % 26) : c);
        }
        return moved.toString();
    }

    /** A normal user has nothing to ask of a handout: the note is there, in capitals. */
    @Override
    public void honestUse(Challenge challenge) {
        if (challenge.ciphertext().chars().noneMatch(c -> c >= 'A' && c <= 'Z')) {
            throw new IllegalStateException("a note with letters wanted");
        }
    }

    @Override
    public List<NearMiss<Answer>> nearMisses(Challenge challenge, Answer right) {
        String note = challenge.ciphertext();
        String clear = right.plaintext();
        int shift = right.shift();
        int neighbour = shift == 25 ? 24 : shift + 1;
        List<NearMiss<Answer>> misses = new ArrayList<>(List.of(
                NearMiss.of("one place too far", new Answer(forward(note, 26 - neighbour), neighbour)),
                NearMiss.of("nothing moved", new Answer(note, 0)),
                new NearMiss<>("the secret note copied", new Answer(note, shift), Set.of(SHIFT)),
                new NearMiss<>(
                        "the first half only",
                        new Answer(clear.substring(0, clear.length() / 2), shift),
                        Set.of(SHIFT)),
                new NearMiss<>("all readings pasted", new Answer(allReadings(note), shift), Set.of(SHIFT)),
                new NearMiss<>(
                        "one letter left out", new Answer(clear.substring(1), shift), Set.of(SHIFT, PLAINTEXT))));
        // Half-way round the alphabet there is no wrong direction.
        if (shift != 13) {
            misses.add(new NearMiss<>(
                    "moved forward instead of back", new Answer(forward(note, shift), shift), Set.of(SHIFT)));
            misses.add(new NearMiss<>(
                    "shift counted in the reader's direction",
                    new Answer(clear, 26 - shift),
                    Set.of(SHIFT, PLAINTEXT)));
        }
        return misses;
    }

    private static String allReadings(String note) {
        String all = IntStream.rangeClosed(1, 25)
                .mapToObj(shift -> forward(note, 26 - shift))
                .collect(Collectors.joining("\n"));
        return all.substring(0, 400);
    }

    @Override
    public List<HardSeat> hardSeats() {
        return List.of(
                hard("en", 22, "shift 13: both directions agree"),
                hard("en", 15, "shift 1: letters look almost right"),
                hard("en", 62, "shift 25: one place the other way"),
                hard("en", 14, "six zebras: letter frequencies alone misread it"),
                hard("fr", 11, "ouistiti and kazoo: E is not the commonest letter, shift 25"),
                hard("fr", 19, "shift 13 in French"),
                hard("fr", 16, "a ligature: œufs is written OEUFS"),
                hard("fr", 9, "a cedilla: garçon is written GARCON"),
                hard("fr", 51, "the shortest text: 62 letters"),
                hard("fr", 104, "shift 1, and an accent on the first letter: À"));
    }

    private static HardSeat hard(String language, int seat, String why) {
        return new HardSeat(why, Seat.practice(seat), Map.of(CaesarShiftLab.LANGUAGE.name(), language));
    }
}
