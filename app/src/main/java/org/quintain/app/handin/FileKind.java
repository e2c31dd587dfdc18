package org.quintain.app.handin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What a file is.
 *
 * <p>A file is a hand-in if its name begins with {@code submission}, ends in {@code submission.json}, or if it ends in
 * {@code .json} or {@code .txt} and names the format {@code lab-submission/} near its beginning. Sheets, tables and JSON
 * lines say themselves what they are.
 */
enum FileKind {
    /** {@code lab-submission/1}, or meant to be. */
    SUBMISSION,
    /** An answer sheet. */
    SHEET,
    /** A class table. */
    TABLE,
    /** JSON lines. */
    LINES,
    /** An archive. */
    ZIP,
    /** No hand-in. */
    OTHER;

    /** So much of a file is looked at. */
    static final int HEAD_BYTES = 4096;

    private static final Set<String> SHEET_NAMES = Set.of("answer.txt", "reponse.txt", "r\u00e9ponse.txt");
    private static final Set<String> ENDINGS = Set.of("json", "txt", "text", "csv", "jsonl", "ndjson", "zip", "");

    /** Whether a file of this name may be a hand-in, whatever is in it. */
    static boolean isLookedAt(String plainName) {
        return isNamed(plainName) || ENDINGS.contains(ending(plainName));
    }

    /**
     * What a file in a folder is.
     *
     * @param place the file
     * @return its kind; anything unknown is no hand-in
     * @throws IOException if it cannot be read
     */
    static FileKind of(Place place) throws IOException {
        String name = place.plainName();
        String ending = ending(name);
        if (ending.equals("zip")) {
            return ZIP;
        }
        if (!isLookedAt(name)) {
            return OTHER;
        }
        byte[] head = head(place);
        if (Set.of("txt", "text", "").contains(ending) && AnswerSheet.isOne(head) || SHEET_NAMES.contains(name)) {
            return SHEET;
        }
        if (Set.of("csv", "txt").contains(ending) && ClassTable.isOne(head)) {
            return TABLE;
        }
        boolean isSubmission = names(head, "lab-submission/");
        if (isLines(ending)) {
            return isSubmission || names(head, "lab-entry/") ? LINES : OTHER;
        }
        return isNamed(name) || isSubmission && Set.of("json", "txt").contains(ending) ? SUBMISSION : OTHER;
    }

    /**
     * What a file is that a teacher names: it is a hand-in of some kind for sure.
     *
     * @param place the file
     * @return its kind, never {@link #OTHER}
     * @throws IOException if it cannot be read
     */
    static FileKind ofNamed(Place place) throws IOException {
        byte[] head = head(place);
        String ending = ending(place.plainName());
        boolean isArchive = head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] < 8 && head[3] < 8;
        if (ending.equals("zip") || isArchive) {
            return ZIP;
        }
        if (isLines(ending) || names(head, "lab-entry/")) {
            return LINES;
        }
        if (AnswerSheet.isOne(head)) {
            return SHEET;
        }
        return ClassTable.isOne(head) ? TABLE : SUBMISSION;
    }

    private static boolean isNamed(String plainName) {
        return plainName.startsWith("submission") || plainName.endsWith("submission.json");
    }

    private static boolean isLines(String ending) {
        return ending.equals("jsonl") || ending.equals("ndjson");
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).equals(name) ? "" : name.substring(name.lastIndexOf('.') + 1);
    }

    private static byte[] head(Place place) throws IOException {
        try (InputStream in = place.open()) {
            return in.readNBytes(HEAD_BYTES);
        }
    }

    /** Whether a file names a format; a file saved as UTF-16 does so with zeros between the letters. */
    private static boolean names(byte[] head, String format) {
        return new String(head, StandardCharsets.ISO_8859_1).replace("\0", "").contains(format);
    }
}
