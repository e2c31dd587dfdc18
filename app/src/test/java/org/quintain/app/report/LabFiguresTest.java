package org.quintain.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quintain.app.toy.DoorLab;
import org.quintain.app.toy.ParrotLab;
import org.quintain.core.Catalog;
import org.quintain.core.Language;
import org.quintain.core.Verdict;
import org.quintain.core.grade.Row;

class LabFiguresTest {
    private static final Catalog TOYS = Catalog.of(List.of(new DoorLab(), new ParrotLab()));
    private static final MadeUpClass MADE = new MadeUpClass(TOYS, 60, 3);
    private static final Site SITE = new Site(MADE.plain(Language.EN), Optional.empty());

    private static List<Row> judged() {
        return MADE.rows().stream()
                .filter(row -> row.outcome() instanceof Verdict
                        && row.lab().orElseThrow().equals("test.door")
                        && row.seat().orElseThrow().issue() == 1)
                .toList();
    }

    @Test
    void everyLearnerStandsSomewhere() {
        for (LabFigures lab : SITE.labFigures()) {
            int sum = 0;
            for (Standing standing : Standing.values()) {
                sum += lab.count(standing);
            }
            assertEquals(60, sum);
        }
        assertEquals(judged().size(), SITE.labFigures().get(0).judged());
    }

    @Test
    void criteriaAreCountedAsTheRowsSay() {
        LabFigures.Fall code = SITE.labFigures().get(0).criteria().get(0);
        List<Integer> earned = judged().stream()
                .map(row -> ((Verdict) row.outcome()).marks().get(0).earned())
                .toList();
        assertEquals(earned.stream().filter(points -> points == 80).count(), code.full());
        assertEquals(earned.stream().filter(points -> points > 0 && points < 80).count(), code.part());
        assertEquals(earned.size(), code.judged());
    }

    @Test
    void queriesAreThoseOfSolutionsWithAllPoints() {
        List<Long> queries = judged().stream()
                .filter(row -> row.earned() == 100)
                .map(row -> row.usage().queries())
                .sorted()
                .toList();
        assertEquals(
                Optional.of(new LabFigures.Spread(
                        queries.get(0),
                        queries.get((queries.size() - 1) / 2),
                        queries.get(queries.size() - 1),
                        queries.size())),
                SITE.labFigures().get(0).queries());
        assertEquals(Optional.empty(), SITE.labFigures().get(1).queries(), "a lab that counts no queries");
    }

    @Test
    void theHistogramHoldsEverybodyWhoWasJudgedInTheRightStep() {
        Histogram plot = new Histogram(SITE.learners(), SITE.max());
        int from = 0;
        for (Histogram.Bar bar : plot.bars()) {
            assertEquals(from, bar.from());
            assertEquals(
                    SITE.learners().stream()
                            .filter(learner ->
                                    learner.hasJudged() && learner.total() >= bar.from() && learner.total() <= bar.to())
                            .count(),
                    bar.count());
            from = bar.to() + 1;
        }
        assertEquals(SITE.max() + 1, from);
    }

    @Test
    void barsAreAsLongAsTheirPicture() {
        for (Bars.Bar bar : new Bars(SITE.labFigures()).bars()) {
            int x = bar.segments().get(0).x();
            for (Bars.Segment segment : bar.segments()) {
                assertEquals(x, segment.x());
                x += segment.length();
            }
            assertEquals(358, x);
        }
    }

    @Test
    void backticksBecomeCodeAndALonelyOneStays() {
        assertEquals(
                List.of(
                        new Prose(false, "a "),
                        new Prose(true, "<b>"),
                        new Prose(false, " c "),
                        new Prose(false, "` d")),
                Prose.of("a `<b>` c ` d"));
    }
}
