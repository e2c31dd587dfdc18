package org.quintain.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ChanceCheckTest {
    @Test
    void tailOfTwoCoinsIsThreeQuarters() {
        assertEquals(0.75, ChanceCheck.binomialTail(2, 1, 0.5), 1e-12);
        assertEquals(0.125, ChanceCheck.binomialTail(3, 3, 0.5), 1e-12);
    }

    @Test
    void noWinIsCertainAndACertainWinToo() {
        assertEquals(1, ChanceCheck.binomialTail(10, 0, 0.01), 1e-12);
        assertEquals(1, ChanceCheck.binomialTail(10, 10, 1), 0);
    }

    @Test
    void smallTailKeepsItsSize() {
        assertEquals(StrictMath.pow(2, -32), ChanceCheck.binomialTail(8, 8, 0.0625), 1e-15);
    }
}
