package org.quintain.app.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.RefusedException;

/** Marks beside points: exact, to the nearest step, halves up, and the top mark only for all points. */
class ScaleTest {
    @ParameterizedTest
    @CsvSource({
        "20,     0, 100, 0",
        "20,    50, 100, 10",
        "20,    52, 100, 10",
        "20,    53, 100, 11",
        "20,  1, 40, 1",
        "20,    99, 100, 19",
        "20,   100, 100, 20",
        "20/0.5, 51, 100, 10.0",
        "20/0.5, 52, 100, 10.5",
        "20/0.5, 99, 100, 19.5",
        "'20/0,25', 1, 80, 0.25",
        "6/0.1, 1, 3, 2.0",
        "100, 0, 0, 0"
    })
    void marks(String scale, int earned, int max, BigDecimal mark) {
        assertEquals(mark, Scale.parse(scale).mark(earned, max));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1001", "-20", "20/", "20/0", "20/0.3", "20.5", "٢٠", "20/0.5/1", " 20", "1e1"})
    void whatIsNoScaleIsRefused(String text) {
        assertEquals(
                "scale-form",
                assertThrows(RefusedException.class, () -> Scale.parse(text))
                        .why()
                        .key());
    }

    @Property
    void moreNeverGivesLess(@ForAll @IntRange(max = 500) int earned, @ForAll @IntRange(min = 501, max = 6000) int max) {
        for (String text : new String[] {"20", "20/0.5", "20/0.25", "20/0.1", "7"}) {
            Scale scale = Scale.parse(text);
            BigDecimal mark = scale.mark(earned, max);
            assertTrue(mark.compareTo(scale.mark(earned + 1, max)) <= 0);
            assertTrue(mark.compareTo(BigDecimal.valueOf(scale.top())) < 0);
            BigDecimal exact = BigDecimal.valueOf(earned).multiply(BigDecimal.valueOf(scale.top()));
            BigDecimal error =
                    mark.multiply(BigDecimal.valueOf(max)).subtract(exact).abs();
            boolean isNearTop = scale.mark(max, max).subtract(mark).compareTo(scale.step()) <= 0;
            assertTrue(
                    isNearTop
                            || error.multiply(BigDecimal.valueOf(2))
                                            .compareTo(scale.step().multiply(BigDecimal.valueOf(max)))
                                    <= 0,
                    text + " " + earned + "/" + max + " = " + mark);
        }
    }
}
