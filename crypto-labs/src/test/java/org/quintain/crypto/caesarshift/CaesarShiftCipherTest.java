package org.quintain.crypto.caesarshift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CaesarShiftCipherTest {
    /** D for A, and so with the others: Suetonius, De vita Caesarum, Divus Iulius 56.6. */
    @Test
    void caesarWroteDForA() {
        assertEquals("DEFGHIJKLMNOPQRSTUVWXYZABC", CaesarShiftCipher.shift("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 3));
    }

    @Test
    void theExamplesOfTheBriefsAreRight() {
        assertEquals("ERDW", CaesarShiftCipher.shift("BOAT", 3));
        assertEquals("SKDUH", CaesarShiftCipher.shift("PHARE", 3));
    }

    @Test
    void foldingTakesOffAccentsAndSpellsLigaturesOut() {
        assertEquals("L'OEUF, CA ETE CASSE LA-BAS !", CaesarShiftCipher.fold("L’œuf, ça été cassé là-bas\u202F!"));
        assertEquals("AEIOUC", CaesarShiftCipher.letters("ÂÉÏÔÙÇ"));
        assertEquals("STRASSEFINE", CaesarShiftCipher.letters("Straße ﬁne"));
    }

    @Test
    void fullWidthLettersCountAndOtherAlphabetsDoNot() {
        assertEquals("ABC", CaesarShiftCipher.letters("Ａ ｂ Ｃ"));
        assertEquals("", CaesarShiftCipher.letters("АВЕ 123 αβγ \uD83E\uDD16\u0000"));
    }

    @Property
    void shiftingBackGivesTheTextAgain(@ForAll("folded") String text, @ForAll @IntRange(min = -30, max = 30) int by) {
        assertEquals(text, CaesarShiftCipher.shift(CaesarShiftCipher.shift(text, by), -by));
        assertEquals(text, CaesarShiftCipher.shift(CaesarShiftCipher.shift(text, by), 26 - by));
    }

    @Test
    void everyTextComesBackFromEveryShift() {
        for (String text : (Iterable<String>) allTexts()::iterator) {
            String folded = CaesarShiftCipher.fold(text);
            for (int shift = 1; shift <= 25; shift++) {
                assertEquals(folded, CaesarShiftCipher.shift(CaesarShiftCipher.shift(folded, shift), -shift));
            }
        }
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll String any) {
        String letters = CaesarShiftCipher.letters(any);
        assertEquals(letters, CaesarShiftCipher.letters(letters));
        assertEquals(letters, CaesarShiftCipher.letters(CaesarShiftCipher.fold(any)));
    }

    @Property
    void howTheSameLettersAreWrittenDoesNotMatter(@ForAll("texts") String text, @ForAll("writings") Writing writing) {
        assertEquals(CaesarShiftCipher.letters(text), CaesarShiftCipher.letters(writing.of(text)), writing::name);
    }

    /** Ways in which people and their keyboards write one and the same text. */
    enum Writing {
        LOWER {
            @Override
            String of(String text) {
                return text.toLowerCase(Locale.ROOT);
            }
        },
        UPPER_WITHOUT_ACCENTS {
            @Override
            String of(String text) {
                return CaesarShiftCipher.fold(text);
            }
        },
        COMPOSED {
            @Override
            String of(String text) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        },
        DECOMPOSED {
            @Override
            String of(String text) {
                return Normalizer.normalize(text, Normalizer.Form.NFD);
            }
        },
        NO_SPACES {
            @Override
            String of(String text) {
                return text.replace(" ", "");
            }
        },
        SPACED_OUT {
            @Override
            String of(String text) {
                return "\t" + text.replace("", " ") + "\u00A0\r\n";
            }
        },
        WINDOWS_LINES {
            @Override
            String of(String text) {
                return "\uFEFF" + text.replace(" ", "\r\n");
            }
        },
        NO_BREAK_SPACES {
            @Override
            String of(String text) {
                return text.replace(' ', '\u00A0').replace(".", "\u202F.");
            }
        },
        TYPEWRITER_APOSTROPHES {
            @Override
            String of(String text) {
                return text.replace('’', '\'').replace("œ", "oe");
            }
        },
        CURLY_APOSTROPHES {
            @Override
            String of(String text) {
                return "« " + text.replace('\'', '’') + " »";
            }
        },
        NO_PUNCTUATION {
            @Override
            String of(String text) {
                return text.replaceAll("[.,’'!?-]", "");
            }
        },
        FULL_WIDTH {
            @Override
            String of(String text) {
                StringBuilder wide = new StringBuilder();
                CaesarShiftCipher.fold(text)
                        .chars()
                        .forEach(c -> wide.append((char) (CaesarShiftCipher.isLetter(c) ? c + 0xFEE0 : c)));
                return wide.toString();
            }
        };

        abstract String of(String text);
    }

    @Provide
    Arbitrary<Writing> writings() {
        return Arbitraries.of(Writing.class);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(allTexts().toList());
    }

    @Provide
    Arbitrary<String> folded() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withChars(" ,.'-!?")
                .ofMaxLength(200);
    }

    private static Stream<String> allTexts() {
        return Stream.concat(List.copyOf(CaesarShiftLab.texts("en")).stream(), CaesarShiftLab.texts("fr").stream());
    }
}
