package org.quintain.solutions.crypto.vigenereunknownlength;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.LabRun;
import org.quintain.core.Language;
import org.quintain.core.Mark;
import org.quintain.core.Param;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.core.Verdict;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.LabContract;
import org.quintain.core.contract.NearMiss;
import org.quintain.core.text.Brief;
import org.quintain.crypto.vigenereunknownlength.VigenereUnknownLengthLab;
import org.quintain.crypto.vigenereunknownlength.VigenereUnknownLengthLab.Answer;
import org.quintain.crypto.vigenereunknownlength.VigenereUnknownLengthLab.Challenge;
import org.quintain.solutions.ReferenceAttacks;

class VigenereUnknownLengthAttackTest {
    private static final VigenereUnknownLengthLab LAB = new VigenereUnknownLengthLab();
    private static final VigenereUnknownLengthAttack ATTACK = new VigenereUnknownLengthAttack();
    private static final String ENGLISH = clear("en");
    private static final String FRENCH = clear("fr");

    private static Setup seat(int number, Map<String, String> params) {
        return Setup.practice(LAB, number, Params.parse(LAB.card(), params));
    }

    /** 1,500 letters of the notebook. */
    private static String clear(String language) {
        Challenge challenge = LAB.open(seat(0, Map.of("language", language, "text-letters", "1500")))
                .challenge();
        return VigenereUnknownLengthAttack.decipher(
                VigenereUnknownLengthAttack.letters(challenge),
                ATTACK.run(challenge).key());
    }

    static List<HardSeat> hardSeats() {
        return ATTACK.hardSeats();
    }

    @Test
    void theLabKeepsTheContract() {
        assertEquals(List.of(), LabContract.violations(ATTACK, 64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void threeHundredSeatsEarnFullMarks(String language) {
        for (int n = 0; n < 300; n++) {
            LabRun<Challenge, Answer> run = LAB.open(seat(n, Map.of("language", language)));
            Verdict verdict = run.checker().check(ATTACK.run(run.challenge()));
            assertEquals(100, verdict.earned(), language + " " + n + " " + verdict);
        }
    }

    @ParameterizedTest
    @MethodSource("hardSeats")
    void everyHardSeatFallsAndHasTheKeyThatMakesItHard(HardSeat hard) {
        int number = Integer.parseInt(hard.seat().learner().replace("seat-", ""));
        LabRun<Challenge, Answer> run = LAB.open(seat(number, hard.params()));
        Answer answer = ATTACK.run(run.challenge());
        assertEquals(100, run.checker().check(answer).earned(), hard.why());
        assertTrue(hard.why().startsWith(answer.key() + ": "), answer.key());
        String letters = VigenereUnknownLengthAttack.letters(run.challenge());
        hard.why()
                .lines()
                .filter(why -> why.matches(".*\\b6[0-9]{2}( letters)?$"))
                .forEach(why -> assertTrue(why.contains(Integer.toString(letters.length())), why));
    }

    /** Where the halves of the key are nearly equal, half the length looks right: the trap of the textbook method. */
    @Test
    void theClassroomsWayTakesHalfTheLengthOnTheHardSeatsThatSaySo() {
        for (int seat : new int[] {882, 276, 54}) {
            Challenge challenge = LAB.open(seat(seat, Map.of("language", "en"))).challenge();
            String key = ATTACK.run(challenge).key();
            String classroom = VigenereUnknownLengthAttack.classroomKey(
                    VigenereUnknownLengthAttack.letters(challenge), LetterCounts.ENGLISH);
            assertEquals(key.length(), 2 * classroom.length());
        }
    }

    @Test
    void theNarrowestSeatIsNarrowerThanItsNeighbours() {
        double narrowest = margin(882);
        assertEquals(60.7, narrowest, 0.1);
        for (int seat = 800; seat < 880; seat++) {
            assertTrue(margin(seat) > narrowest, "seat " + seat);
        }
    }

    /** By how much the right length is likelier, in natural logs, than the best that is no multiple of it. */
    private static double margin(int seat) {
        String letters = VigenereUnknownLengthAttack.letters(
                LAB.open(seat(seat, Map.of())).challenge());
        int right = VigenereUnknownLengthAttack.key(letters).length();
        double second = Double.NEGATIVE_INFINITY;
        for (int length = 1; length <= Columns.MAX_KEY_LETTERS; length++) {
            if (length % right != 0) {
                second = Math.max(second, new Columns(letters, length).logEvidence(LetterCounts.ENGLISH));
            }
        }
        return new Columns(letters, right).logEvidence(LetterCounts.ENGLISH) - second;
    }

    /** Any key of 1 to 12 letters, repeated letters and repeated keys included; 900 to 1,500 letters of either language. */
    @Property(tries = 400)
    void everyKeyIsFound(@ForAll("keys") String key, @ForAll("clears") String clear) {
        String found = VigenereUnknownLengthAttack.key(VigenereUnknownLengthAttack.decipher(clear, mirrored(key)));
        String expected = key;
        for (int length = key.length(); length >= 1; length--) {
            String start = key.substring(0, length);
            expected = key.equals(start.repeat(Math.max(1, key.length() / length))) ? start : expected;
        }
        assertEquals(expected, found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "AAAAAB",
                "BAAAAA",
                "AAAAAAAAAAAB",
                "ABABAC",
                "EEEEEEEEEEEA",
                "ZZZZY",
                "ABABABABABAA",
                "ANANANANANAA"
            })
    void aKeyThatIsNearlyAShorterOneIsFound(String key) {
        for (String clear : List.of(ENGLISH, FRENCH)) {
            String ciphertext = VigenereUnknownLengthAttack.decipher(clear.substring(0, 1000), mirrored(key));
            assertEquals(key, VigenereUnknownLengthAttack.key(ciphertext));
        }
    }

    private static String mirrored(String key) {
        return VigenereUnknownLengthAttack.decipher("A".repeat(key.length()), key);
    }

    @Provide
    Arbitrary<String> keys() {
        Arbitrary<String> any =
                Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(1).ofMaxLength(12);
        Arbitrary<String> few =
                Arbitraries.strings().withChars('A', 'B', 'N').ofMinLength(1).ofMaxLength(12);
        Arbitrary<String> repeated = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .ofMinLength(1)
                .ofMaxLength(6)
                .map(key -> key + key);
        return Arbitraries.oneOf(any, few, repeated);
    }

    @Provide
    Arbitrary<String> clears() {
        return Arbitraries.integers()
                .between(900, 1500)
                .flatMap(letters -> Arbitraries.of(ENGLISH, FRENCH).map(clear -> clear.substring(1500 - letters)));
    }

    @Test
    void theAttackOnTheTwinStillAnswersAndEarnsNothing() {
        for (int n = 0; n < 64; n++) {
            LabRun<Challenge, Answer> run = LAB.open(seat(n, Map.of()).with(Param.HARDENED, true));
            Answer answer = assertDoesNotThrow(() -> ATTACK.run(run.challenge()));
            assertEquals(0, run.checker().check(answer).earned());
        }
    }

    /** On the twin no length looks like a language: each of 64 pages is likelier under letters drawn at random. */
    @Test
    void underTheTwinNoLengthStandsOut() {
        for (int n = 0; n < 64; n++) {
            String letters = VigenereUnknownLengthAttack.letters(
                    LAB.open(seat(n, Map.of()).with(Param.HARDENED, true)).challenge());
            double random = -letters.length() * StrictMath.log(26);
            for (int length = 1; length <= Columns.MAX_KEY_LETTERS; length++) {
                for (LetterCounts language : LetterCounts.ALL) {
                    assertTrue(new Columns(letters, length).logEvidence(language) < random, n + " " + length);
                }
            }
        }
    }

    @Test
    void theAttackAnswersWhateverItIsGiven() {
        for (String text : new String[] {"", "A", "ZZZZZ", "QXJKV QXJKV"}) {
            assertDoesNotThrow(() -> ATTACK.run(new Challenge(text)));
        }
    }

    @Test
    void honestUseNoticesATextThatIsNotInGroups() {
        ATTACK.honestUse(new Challenge("ABCDE FGHIJ\nKL"));
        assertThrows(IllegalStateException.class, () -> ATTACK.honestUse(new Challenge("ABCDEF GHIJ")));
        assertThrows(IllegalStateException.class, () -> ATTACK.honestUse(new Challenge("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void nearMissesKeepOnlyWhatTheyMayAndMeetEveryReason(String language) {
        Set<String> met = new TreeSet<>();
        for (int n = 0; n < 100; n++) {
            LabRun<Challenge, Answer> run = LAB.open(seat(n, Map.of("language", language)));
            for (NearMiss<Answer> miss : ATTACK.nearMisses(run.challenge(), ATTACK.run(run.challenge()))) {
                Verdict verdict = run.checker().check(miss.answer());
                for (Mark mark : verdict.marks()) {
                    met.add(mark.why().key());
                    assertTrue(mark.earned() == 0 || miss.mayKeep().contains(mark.criterion()), miss.name());
                }
                assertTrue(verdict.earned() < 100, miss.name());
            }
        }
        Set<String> all = new TreeSet<>(
                Brief.of(LAB, Language.EN).entries(Brief.Section.VERDICTS).keySet());
        all.removeAll(met);
        assertEquals(Set.of("length-empty", "length-without-key"), all);
    }

    /** Each cell of these rows stands in the debriefs, which say how many of 50 seats fall. */
    @ParameterizedTest
    @ValueSource(strings = {"120", "240", "600"})
    void theFiguresOfTheDebriefsAreThoseOfFiftySeats(String textLetters) {
        String row = Stream.of("5", "8", "12", "16", "20")
                .map(keyLetters -> fallen("en", keyLetters, textLetters) + ", " + fallen("fr", keyLetters, textLetters))
                .collect(Collectors.joining(" | ", "| " + textLetters + " | ", " |"));
        for (Language language : Language.values()) {
            String debrief = new ReferenceAttacks().debrief(ATTACK, language).orElseThrow();
            assertTrue(debrief.contains("\n" + row + "\n"), language + " debrief wants " + row);
        }
    }

    private static int fallen(String language, String keyLetters, String textLetters) {
        int fallen = 0;
        for (int n = 0; n < 50; n++) {
            LabRun<Challenge, Answer> run = LAB.open(
                    seat(n, Map.of("language", language, "key-letters", keyLetters, "text-letters", textLetters)));
            fallen += run.checker().check(ATTACK.run(run.challenge())).earned() == 100 ? 1 : 0;
        }
        return fallen;
    }

    /** The brief's table is the model's, in per cent. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void theFrequenciesOfTheBriefsAreThoseCounted(Language language) {
        String held = Brief.of(LAB, language).text(Brief.Section.WHAT_YOU_HOLD);
        for (int from : new int[] {0, 13}) {
            for (LetterCounts counts : LetterCounts.ALL) {
                StringBuilder row = new StringBuilder();
                for (int letter = from; letter < from + 13; letter++) {
                    int[] one = new int[26];
                    one[letter] = 1;
                    double percent = 100 * StrictMath.exp(counts.logLikelihood(one, 0));
                    row.append(String.format(Locale.ROOT, "%5.1f", percent));
                }
                String expected = language == Language.FR ? row.toString().replace('.', ',') : row.toString();
                assertTrue(held.contains(expected), expected);
            }
        }
    }

    @Test
    void theLanguagesDiffer() {
        assertNotEquals(ENGLISH, FRENCH);
        assertEquals(0.066, coincidence(LetterCounts.ENGLISH), 0.0005);
        assertEquals(0.078, coincidence(LetterCounts.FRENCH), 0.0005);
    }

    /** The chance that two letters of running text are equal. */
    private static double coincidence(LetterCounts counts) {
        double sum = 0;
        for (int letter = 0; letter < 26; letter++) {
            int[] twice = new int[26];
            twice[letter] = 2;
            sum += StrictMath.exp(counts.logLikelihood(twice, 0));
        }
        return sum;
    }
}
