package org.quintain.solutions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class ReferenceAttacksTest {
    @Test
    void eachIdStandsOnce() {
        assertEquals(ReferenceAttacks.ids().size(), new HashSet<>(ReferenceAttacks.ids()).size());
    }
}
