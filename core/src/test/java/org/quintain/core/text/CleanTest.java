package org.quintain.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Learners' text before it is shown. */
class CleanTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000", "\u001b", "\u007f", "\u0085", "\u00ad", "\u061c", "\u200e", "\u200f", "\u202a", "\u202e",
                "\u2066", "\u2069", "\ufeff", "\ud800", "\udc00", "\ue000", "\uffff"
            })
    void whatCouldConfuseIsReplaced(String character) {
        assertEquals("a\ufffdb", Clean.line("a" + character + "b", 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\t", "\u2028", "\u2029"})
    void lineBreakAndTabBecomeASpace(String character) {
        assertEquals("a b", Clean.line("a" + character + "b", 10));
    }

    @Test
    void ordinaryTextStays() {
        assertEquals("\u00c9lodie \ud83d\ude00 <b>", Clean.line("\u00c9lodie \ud83d\ude00 <b>", 20));
    }

    @Test
    void textIsCutAtCodePoints() {
        assertEquals("\ud83d\ude00\u2026", Clean.line("\ud83d\ude00\ud83d\ude00", 1));
    }

    @Property(tries = 300)
    void cleanedTextIsShortAndCleanAlready(@ForAll String text) {
        String clean = Clean.line(text, 40);
        assertTrue(clean.codePointCount(0, clean.length()) <= 41 && clean.equals(Clean.line(clean, 41)));
    }
}
