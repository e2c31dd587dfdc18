package org.quintain.solutions.crypto.caesarshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.LabRun;
import org.quintain.core.Mark;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.core.Verdict;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.LabContract;
import org.quintain.core.contract.NearMiss;
import org.quintain.crypto.caesarshift.CaesarShiftLab;
import org.quintain.crypto.caesarshift.CaesarShiftLab.Answer;
import org.quintain.crypto.caesarshift.CaesarShiftLab.Challenge;

class CaesarShiftAttackTest {
    private static final CaesarShiftLab LAB = new CaesarShiftLab();
    private static final CaesarShiftAttack ATTACK = new CaesarShiftAttack();

    private static LabRun<Challenge, Answer> seat(String language, int number) {
        return LAB.open(Setup.practice(LAB, number, Params.of(CaesarShiftLab.LANGUAGE, language)));
    }

    @Test
    void theLabKeepsTheContract() {
        assertEquals(List.of(), LabContract.violations(ATTACK, 64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void fiveHundredSeatsEarnFullMarks(String language) {
        for (int n = 0; n < 500; n++) {
            LabRun<Challenge, Answer> run = seat(language, n);
            Answer answer = ATTACK.run(run.challenge());
            assertEquals(100, run.checker().check(answer).earned(), answer.plaintext());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everyTextIsReadUnderEveryShift(String language) {
        Set<String> texts = textsOf(language);
        assertEquals(48, texts.size());
        for (String text : texts) {
            for (int shift = 1; shift <= 25; shift++) {
                Answer expected = new Answer(text, shift);
                assertEquals(expected, ATTACK.run(new Challenge(CaesarShiftAttack.forward(text, shift))));
            }
        }
    }

    /** All hidden texts, from what 500 seats give away under attack. */
    private static Set<String> textsOf(String language) {
        Set<String> texts = new TreeSet<>();
        for (int n = 0; n < 500; n++) {
            texts.add(ATTACK.run(seat(language, n).challenge()).plaintext());
        }
        return texts;
    }

    @Property(tries = 300)
    void sentencesThatAreInNoLabAreReadToo(
            @ForAll("unseen") String text, @ForAll @IntRange(min = 1, max = 25) int shift) {
        assertEquals(new Answer(text, shift), ATTACK.run(new Challenge(CaesarShiftAttack.forward(text, shift))));
    }

    @Provide
    Arbitrary<String> unseen() {
        return Arbitraries.of(
                "MY NEIGHBOUR KEEPS A DIARY OF EVERY CLOUD THAT LOOKS LIKE AN ANIMAL. TODAY IT WAS A PIG.",
                "THE ICE CREAM VAN COMES BACK IN MAY. UNTIL THEN WE MAKE DO WITH FROZEN GRAPES AND HOPE.",
                "PLEASE RETURN THE LADDER TO THE CARETAKER, WHO CANNOT REACH HIS OWN HAT.",
                "FOUR PENGUINS WERE SEEN AT THE BUS STOP. THE DRIVER SAYS THEY HAD THE RIGHT CHANGE.",
                "A SPARROW CAN FIND ITS WAY HOME ACROSS THE WHOLE TOWN WITHOUT ASKING ANYBODY.",
                "MA VOISINE NOTE DANS UN CAHIER TOUS LES NUAGES QUI RESSEMBLENT A DES ANIMAUX.",
                "LE MARCHAND DE GLACES REVIENT EN MAI. D'ICI LA, ON SE CONTENTE DE RAISINS GLACES.",
                "MERCI DE RENDRE L'ECHELLE AU CONCIERGE, QUI N'ATTEINT PLUS SON CHAPEAU.",
                "QUATRE MANCHOTS ATTENDENT LE BUS. LE CHAUFFEUR DIT QU'ILS AVAIENT L'APPOINT.",
                "CETTE NUIT, LA NEIGE A EFFACE TOUTES LES TRACES, SAUF CELLES DU CHAT SUR LE TOIT.");
    }

    @Test
    void everyHardSeatFallsWithFullMarks() {
        for (HardSeat hard : ATTACK.hardSeats()) {
            Solved solved = solve(hard);
            assertEquals(100, solved.verdict().earned(), hard.why());
        }
    }

    @Test
    void everyHardSeatIsHardForTheReasonGiven() {
        for (HardSeat hard : ATTACK.hardSeats()) {
            Answer answer = solve(hard).answer();
            if (hard.why().contains("shift")) {
                int shift = Integer.parseInt(hard.why().replaceAll(".*shift ([0-9]+).*", "$1"));
                assertEquals(shift, answer.shift(), hard.why());
            }
        }
        assertTrue(textOf("zebras").contains("ZEBRAS"));
        assertTrue(textOf("kazoo").contains("KAZOO"));
        assertNotEquals('E', commonestLetter(textOf("kazoo")));
        assertTrue(textOf("OEUFS").contains("OEUFS"));
        assertTrue(textOf("GARCON").contains("GARCON"));
        assertTrue(textOf("À").startsWith("A "));
        int shortest = textsOf("fr").stream()
                .mapToInt(CaesarShiftAttackTest::letters)
                .min()
                .orElseThrow();
        assertEquals(62, shortest);
        assertEquals(62, letters(textOf("shortest")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SEVENTEEN PURPLE ELEPHANTS DANCED SLOWLY AROUND GRANDMOTHER'S RHUBARB GARDEN YESTERDAY EVENING.",
                "SEIZE ELEPHANTS VIOLETS DANSAIENT LENTEMENT CHAQUE MATIN DERRIERE NOTRE VIEILLE FERME."
            })
    void lettersReadANoteWithoutAnyCommonWord(String text) {
        assertEquals(0, LanguageModel.ENGLISH.lettersInCommonWords(text));
        assertEquals(0, LanguageModel.FRENCH.lettersInCommonWords(text));
        assertEquals(new Answer(text, 8), ATTACK.run(new Challenge(CaesarShiftAttack.forward(text, 8))));
    }

    @Test
    void lettersAloneMisreadTheZebrasAndWordsPutItRight() {
        String zebras = textOf("zebras");
        assertTrue(bestOther(zebras, LanguageModel::scoreOfLetters) > best(zebras, LanguageModel::scoreOfLetters));
        assertTrue(bestOther(zebras, LanguageModel::score) < best(zebras, LanguageModel::score));
    }

    private static double best(String text, java.util.function.ToDoubleBiFunction<LanguageModel, String> score) {
        return LanguageModel.ALL.stream()
                .mapToDouble(language -> score.applyAsDouble(language, text))
                .max()
                .orElseThrow();
    }

    private static double bestOther(String text, java.util.function.ToDoubleBiFunction<LanguageModel, String> score) {
        return java.util.stream.IntStream.rangeClosed(1, 25)
                .mapToDouble(by -> best(CaesarShiftAttack.forward(text, by), score))
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void nearMissesKeepOnlyWhatTheyMayAndNeverEarnAll(String language) {
        for (int n = 0; n < 200; n++) {
            LabRun<Challenge, Answer> run = seat(language, n);
            for (NearMiss<Answer> miss : ATTACK.nearMisses(run.challenge(), ATTACK.run(run.challenge()))) {
                Verdict verdict = run.checker().check(miss.answer());
                for (Mark mark : verdict.marks()) {
                    assertTrue(mark.earned() == 0 || miss.mayKeep().contains(mark.criterion()), miss.name());
                }
                assertTrue(verdict.earned() < 100, miss.name());
            }
        }
    }

    @Test
    void nearMissesMeetEveryReasonForLostPoints() {
        Set<String> met = new TreeSet<>();
        LabRun<Challenge, Answer> run = seat("en", 0);
        for (NearMiss<Answer> miss : ATTACK.nearMisses(run.challenge(), ATTACK.run(run.challenge()))) {
            run.checker()
                    .check(miss.answer())
                    .marks()
                    .forEach(mark -> met.add(mark.why().key()));
        }
        assertTrue(met.containsAll(List.of("shift-turned-round", "shift-wrong", "shift-zero")), met::toString);
        assertTrue(
                met.containsAll(List.of("text-nearly", "text-length", "text-other-shift", "text-unchanged")),
                met::toString);
    }

    @Test
    void aNeighboursAnswerEarnsBothCriteriaAboutAsSeldomAsChanceHasIt() {
        int texts = 0;
        int shifts = 0;
        for (int n = 0; n < 1000; n++) {
            Answer neighbours = ATTACK.run(seat("fr", n + 1).challenge());
            List<Mark> marks = seat("fr", n).checker().check(neighbours).marks();
            shifts += marks.get(0).earned() == 30 ? 1 : 0;
            texts += marks.get(1).earned() > 0 ? 1 : 0;
        }
        // Expected 1000 / 25 = 40 and 1000 / 48 = 21; 4 bits would allow 62.
        assertTrue(shifts < 62 && texts < 40, shifts + " shifts, " + texts + " texts");
    }

    @Test
    void aNoteWithoutLettersStillGetsAnAnswer() {
        assertEquals("", ATTACK.run(new Challenge("")).plaintext());
        assertEquals("... ?", ATTACK.run(new Challenge("... ?")).plaintext());
    }

    private record Solved(Answer answer, Verdict verdict) {}

    private static Solved solve(HardSeat hard) {
        int number = Integer.parseInt(hard.seat().learner().replace("seat-", ""));
        LabRun<Challenge, Answer> run = LAB.open(Setup.practice(LAB, number, Params.parse(LAB.card(), hard.params())));
        Answer answer = ATTACK.run(run.challenge());
        return new Solved(answer, run.checker().check(answer));
    }

    private static String textOf(String why) {
        HardSeat hard = ATTACK.hardSeats().stream()
                .filter(seat -> seat.why().contains(why))
                .findFirst()
                .orElseThrow();
        return solve(hard).answer().plaintext();
    }

    private static int letters(String text) {
        return text.replaceAll("[^A-Z]", "").length();
    }

    private static char commonestLetter(String text) {
        int[] counts = new int[26];
        text.chars().filter(c -> c >= 'A' && c <= 'Z').forEach(c -> counts[c - 'A']++);
        int commonest = 0;
        for (int letter = 1; letter < 26; letter++) {
            commonest = counts[letter] > counts[commonest] ? letter : commonest;
        }
        return (char) ('A' + commonest);
    }
}
