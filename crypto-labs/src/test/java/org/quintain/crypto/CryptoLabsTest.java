package org.quintain.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class CryptoLabsTest {
    @Test
    void eachIdStandsOnce() {
        assertEquals(CryptoLabs.ids().size(), new HashSet<>(CryptoLabs.ids()).size());
    }
}
