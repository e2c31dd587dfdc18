package org.quintain.core;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Who gets an instance: equal seats get equal instances under one course key.
 *
 * <p>Texts are put in normalisation form C and trimmed (no-break spaces too); case is kept; control characters are
 * refused.
 *
 * @param tenant the institution, 1 to 200 bytes of UTF-8
 * @param course the course at that institution, likewise
 * @param learner the learner's id in that course, likewise
 * @param issue 1 for the first instance, 2 for a second one, …
 */
@Stable
public record Seat(String tenant, String course, String learner, int issue) {
    private static final int MAX_BYTES = 200;

    /** Normalises and checks the texts. */
    public Seat {
        tenant = clean("tenant", tenant);
        course = clean("course", course);
        learner = clean("learner", learner);
        if (issue < 1) {
            throw new IllegalArgumentException("issue of 1 or more wanted: issue=" + issue);
        }
    }

    /**
     * A seat of the public practice course.
     *
     * @param number 0 or more
     * @return the seat of learner {@code seat-number}
     */
    public static Seat practice(int number) {
        return new Seat("practice", "practice", "seat-" + number, 1);
    }

    /**
     * The normalised form of an identifier, as a seat keeps it.
     *
     * @param name which identifier, for the error
     * @param text the identifier
     * @return normalisation form C, trimmed
     * @throws IllegalArgumentException if it is empty, has a control character or a lone surrogate, or is over 200 bytes
     */
    public static String clean(String name, String text) {
        String trimmed = trim(Normalizer.normalize(text, Normalizer.Form.NFC));
        if (trimmed.isEmpty()) {
            throw new IllegalArgumentException("non-empty " + name + " wanted: length=" + text.length());
        }
        if (trimmed.codePoints().anyMatch(Seat::isUnusable)) {
            throw new IllegalArgumentException(name + " without control characters or lone surrogates wanted");
        }
        int lengthBytes = trimmed.getBytes(StandardCharsets.UTF_8).length;
        if (lengthBytes > MAX_BYTES) {
            throw new IllegalArgumentException(
                    name + " of at most " + MAX_BYTES + " bytes wanted: lengthBytes=" + lengthBytes);
        }
        return trimmed;
    }

    private static boolean isUnusable(int c) {
        return Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.SURROGATE;
    }

    private static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return Character.isSpaceChar(c) || c >= '\t' && c <= '\r';
    }
}
