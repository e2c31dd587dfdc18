package org.quintain.core.derive;

import java.util.HexFormat;

/**
 * The key of one seat at one lab.
 *
 * <pre>
 * issueId = hex of the first 10 bytes of HMAC-SHA256(seatKey, L("issue-id"))
 * root    = HMAC-SHA256(seatKey, L("draw"))
 * seal    = HMAC-SHA256(HMAC-SHA256(seatKey, L("evidence")), message)
 * </pre>
 */
public final class SeatKey {
    private final byte[] key;

    SeatKey(byte[] key) {
        this.key = key;
    }

    /**
     * The public name of this instance; nobody without the course key can compute it.
     *
     * @return 20 hexadecimal digits
     */
    public String issueId() {
        return HexFormat.of().formatHex(Prf.hmac(key, Prf.encode(Prf.utf8("issue-id"))), 0, 10);
    }

    /**
     * Where all choices of this instance come from.
     *
     * @return the root seed
     */
    public Seed root() {
        return Seed.of(Prf.hmac(key, Prf.encode(Prf.utf8("draw"))));
    }

    /**
     * Authenticates evidence of a served run.
     *
     * @param message any bytes
     * @return 32 bytes
     */
    public byte[] seal(byte[] message) {
        return Prf.hmac(Prf.hmac(key, Prf.encode(Prf.utf8("evidence"))), message);
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "SeatKey[issueId=" + issueId() + "]";
    }
}
