package org.quintain.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class NetLabsTest {
    @Test
    void eachIdStandsOnce() {
        assertEquals(NetLabs.ids().size(), new HashSet<>(NetLabs.ids()).size());
    }
}
