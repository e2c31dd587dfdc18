package org.quintain.core.wire;

/**
 * How much a document may hold before the reader refuses it.
 *
 * @param sizeBytes of the whole document
 * @param depth of nesting
 * @param textCodePoints of one string
 * @param digits of one number
 */
public record Limits(int sizeBytes, int depth, int textCodePoints, int digits) {
    /** A submission or a call: 1 MiB, depth 16, 64 Ki code points a string, 4,096 digits. */
    public static final Limits SUBMISSION = new Limits(1 << 20, 16, 1 << 16, 4096);

    /** What the platform wrote itself (handouts with files, plans, evidence lines): 64 MiB, strings of any size. */
    public static final Limits OWN_FILE = new Limits(1 << 26, 32, 1 << 26, 4096);
}
