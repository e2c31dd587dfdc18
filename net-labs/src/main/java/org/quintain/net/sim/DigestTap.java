package org.quintain.net.sim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.quintain.core.Incubating;

/**
 * One number for all that a tap sees, to show that two runs are the same bit for bit: SHA-256 over every event's kind,
 * time, port, origin and bytes.
 */
@Incubating
public final class DigestTap implements Tap {
    private static final int SENT = 's';
    private static final int DELIVERED = 'd';
    private static final int LOST = 'l';

    private final MessageDigest digest;

    /** A digest of nothing. */
    public DigestTap() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public void sent(long micros, Port from, byte[] frame, int origin) {
        add(SENT, micros, from, frame, origin);
    }

    @Override
    public void delivered(long micros, Port to, byte[] frame, int origin) {
        add(DELIVERED, micros, to, frame, origin);
    }

    @Override
    public void lost(long micros, Port from, byte[] frame, int origin) {
        add(LOST, micros, from, frame, origin);
    }

    private void add(int kind, long micros, Port port, byte[] frame, int origin) {
        digest.update((byte) kind);
        add(micros);
        digest.update(port.toString().getBytes(StandardCharsets.US_ASCII));
        add(origin);
        add(frame.length);
        digest.update(frame);
    }

    private void add(long number) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            digest.update((byte) (number >>> shift));
        }
    }

    /**
     * The digest of what was seen so far, and starts anew.
     *
     * @return 64 hexadecimal digits
     */
    public String takeHex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
