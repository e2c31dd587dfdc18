package org.quintain.core.derive;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quintain.core.Bytes;
import org.quintain.core.Seat;

/**
 * The one secret of a course, from which every instance is derived; it goes in and never comes out.
 *
 * <p>{@code L(x…)} is, for each part, four bytes of big-endian length, then the bytes; text is UTF-8.
 *
 * <pre>
 * seatKey = HMAC-SHA256(courseKey, L("lab-seat/1", tenant, course, learner, be32(issue), labId,
 *                                    be32(contentVersion), L(k, v, k, v … of the non-default params, sorted)))
 * keyId   = hex of the first 4 bytes of HMAC-SHA256(courseKey, L("key-id"))
 * </pre>
 */
public final class CourseKey {
    /** The shortest course key accepted, in bytes. */
    public static final int MIN_BYTES = 32;

    private static final CourseKey PRACTICE =
            new CourseKey(Prf.hmac(Prf.utf8("quintain"), Prf.utf8("practice key: public, worth no points")));

    private final byte[] key;

    private CourseKey(byte[] key) {
        this.key = key;
    }

    /**
     * Takes a course key.
     *
     * @param key at least 32 bytes from a cryptographic random generator
     * @return the key, ready to derive from
     * @throws IllegalArgumentException if it is shorter, or all its bytes are equal
     */
    public static CourseKey of(Bytes key) {
        if (key.sizeBytes() < MIN_BYTES) {
            throw new IllegalArgumentException(
                    "course key of " + MIN_BYTES + " bytes or more wanted: sizeBytes=" + key.sizeBytes());
        }
        byte[] copy = key.toArray();
        byte[] constant = new byte[copy.length];
        Arrays.fill(constant, copy[0]);
        if (Arrays.equals(copy, constant)) {
            throw new IllegalArgumentException("a random course key wanted: all its bytes are equal");
        }
        return new CourseKey(copy);
    }

    /**
     * The public key of practice instances, which are never worth points.
     *
     * @return the practice key, the same everywhere
     */
    public static CourseKey practice() {
        return PRACTICE;
    }

    /**
     * A short name for this key, safe to publish.
     *
     * @return 8 hexadecimal digits
     */
    public String keyId() {
        return HexFormat.of().formatHex(Prf.hmac(key, Prf.encode(Prf.utf8("key-id"))), 0, 4);
    }

    /**
     * A short name for an answer, equal for equal answers to one lab.
     *
     * @param labId which lab
     * @param answers the answer's fields as JSON, written by this library
     * @return 32 hexadecimal digits: the first 16 bytes of {@code HMAC(courseKey, L("answer-digest", labId, answers))}
     */
    public String answerDigest(String labId, String answers) {
        byte[] message = Prf.encode(Prf.utf8("answer-digest"), Prf.utf8(labId), Prf.utf8(answers));
        return HexFormat.of().formatHex(Prf.hmac(key, message), 0, 16);
    }

    /**
     * A name for a learner that tells nobody without the key who it is, the same in every grading of a course.
     *
     * @param tenant the institution
     * @param course the course there
     * @param learner the learner's id
     * @return 10 characters a-z and 2-7: the first 50 bits of {@code HMAC(courseKey, L("pseudonym", tenant, course, learner))}
     */
    public String pseudonym(String tenant, String course, String learner) {
        byte[] mac =
                Prf.hmac(key, Prf.encode(Prf.utf8("pseudonym"), Prf.utf8(tenant), Prf.utf8(course), Prf.utf8(learner)));
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            int bit = 5 * i;
            int word = (mac[bit / 8] & 0xff) << 8 | mac[bit / 8 + 1] & 0xff;
            name.append("abcdefghijklmnopqrstuvwxyz234567".charAt(word >> (11 - bit % 8) & 31));
        }
        return name.toString();
    }

    /**
     * Derives the key of one seat at one lab.
     *
     * @param seat who
     * @param labId which lab
     * @param contentVersion its content version, 1 or more
     * @param nonDefaultParams names and wire values of the parameters that differ from their defaults
     * @return the seat's key
     */
    public SeatKey seatKey(Seat seat, String labId, int contentVersion, Map<String, String> nonDefaultParams) {
        byte[] message = Prf.encode(
                Prf.utf8("lab-seat/1"),
                Prf.utf8(seat.tenant()),
                Prf.utf8(seat.course()),
                Prf.utf8(seat.learner()),
                Prf.be32(seat.issue()),
                Prf.utf8(labId),
                Prf.be32(contentVersion),
                encode(new TreeMap<>(nonDefaultParams)));
        return new SeatKey(Prf.hmac(key, message));
    }

    private static byte[] encode(SortedMap<String, String> params) {
        return Prf.encode(params.entrySet().stream()
                .flatMap(e -> java.util.stream.Stream.of(Prf.utf8(e.getKey()), Prf.utf8(e.getValue())))
                .toArray(byte[][]::new));
    }

    /** The key's id, never the key. */
    @Override
    public String toString() {
        return "CourseKey[keyId=" + keyId() + "]";
    }
}
