package org.quintain.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LibraryVersionTest {
    @Test
    void classesOutsideAJarSaySo() {
        assertEquals("unpackaged", LibraryVersion.current());
    }
}
