package org.quintain.net.dnskaminsky;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.core.Params;
import org.quintain.core.derive.Noise;

/**
 * The measured chance of a race beside the formula. Each row is measured on one practice seat, whose number is stated; it may
 * differ from the formula by four standard deviations, which a right simulation exceeds once in 16,000 rows.
 * {@code -Dquintain.kaminsky.races=20000} measures longer and prints the table of the debrief.
 */
class DnsKaminskyChanceTest {
    private static final int RACES = Integer.getInteger("quintain.kaminsky.races", 300);
    private static final boolean IS_SHOWN = Integer.getInteger("quintain.kaminsky.races") != null;
    /** Races on one network, which is then built anew on the next seat: its events are bounded. */
    private static final int RACES_OF_A_SEAT = 600;

    private static Params params(int bits, int replies, int ports, int outstanding) {
        return Params.of(DnsKaminskyLab.ID_BITS, bits)
                .with(DnsKaminskyLab.REPLIES, replies)
                .with(DnsKaminskyLab.PORTS, ports)
                .with(DnsKaminskyLab.OUTSTANDING, outstanding);
    }

    private static void assertFormula(String row, double formula, int won) {
        double measured = (double) won / RACES;
        double deviation = StrictMath.sqrt(formula * (1 - formula) / RACES);
        String shown = row + ": formula " + formula + ", measured " + measured + " in " + RACES + " races";
        assertTrue(Math.abs(measured - formula) <= 4 * deviation, shown);
        assertTrue(!IS_SHOWN || shown(shown));
    }

    private static boolean shown(String row) {
        System.out.println(row);
        return true;
    }

    private static void assertDifferentGuesses(int seat, int bits, int replies, int ports, int outstanding) {
        int won = 0;
        Racer racer = null;
        for (int race = 0; race < RACES; race++) {
            if (race % RACES_OF_A_SEAT == 0) {
                racer = new Racer(seat + race / RACES_OF_A_SEAT, params(bits, replies, ports, outstanding));
            }
            won += racer.isWon(replies) ? 1 : 0;
        }
        double formula = 1 - StrictMath.pow(1 - (double) replies / ((1 << bits) * ports), outstanding);
        assertFormula("b " + bits + ", K " + replies + ", P " + ports + ", Q " + outstanding, formula, won);
    }

    @Test
    void oneQuestionIsHitByDifferentIdentifiersAsOftenAsTheyAreManyOfAll() {
        assertDifferentGuesses(100, 8, 64, 1, 1);
        assertDifferentGuesses(200, 12, 256, 1, 1);
    }

    @Test
    void severalPortsMakeItRarerByTheirNumber() {
        assertDifferentGuesses(300, 8, 64, 4, 1);
    }

    @Test
    void outstandingQuestionsMakeItABirthdayAttack() {
        assertDifferentGuesses(400, 8, 64, 1, 4);
        assertDifferentGuesses(500, 12, 128, 1, 16);
    }

    @Test
    void identifiersGuessedWithRepetitionHitLessOften() {
        int replies = 64;
        int won = 0;
        Racer racer = null;
        Noise noise = null;
        for (int race = 0; race < RACES; race++) {
            if (race % RACES_OF_A_SEAT == 0) {
                racer = new Racer(600 + race / RACES_OF_A_SEAT, params(8, replies, 1, 1));
                noise = racer.target.network().noise("guesses");
            }
            List<Integer> guesses = new ArrayList<>();
            for (int i = 0; i < replies; i++) {
                guesses.add(racer.ids.first() + racer.ids.stride() * noise.below(racer.ids.count()) & 0xFFFF);
            }
            String name = racer.next();
            long before = racer.target.resolver().counters().forgedAnswers();
            racer.run(name, Racer.answer(name, racer.own()).toBytes(), guesses);
            won += racer.target.resolver().counters().forgedAnswers() > before ? 1 : 0;
        }
        assertFormula("b 8, K 64 with repetition", 1 - StrictMath.pow(1 - 1.0 / 256, replies), won);
    }

    @Test
    void forgedAnswersBehindTheGenuineOneHitNothing() {
        Racer racer = new Racer(700, params(8, 256, 1, 1));
        String name = racer.next();
        racer.target.flood().burst(racer.question(name), 0, 1, 1);
        racer.target.network().advance(200_000);
        byte[] late = racer.forged(Racer.answer(name, racer.own()).toBytes(), racer.port());
        racer.target.flood().burst(late, racer.ids.first(), racer.ids.stride(), 256);
        racer.target.network().advance(200_000);
        assertEquals(0, racer.target.resolver().counters().forgedAnswers());
        assertEquals(256, racer.target.resolver().counters().mismatchedIds());
    }
}
