package org.quintain.net.sim.tcp;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.quintain.core.derive.Noise;

/**
 * RFC 6528 section 3: {@code ISN = M + F(localip, localport, remoteip, remoteport, secretkey)} with M a clock of 4
 * microseconds and F the first four bytes, big-endian, of MD5 over addresses, ports and a key of 16 bytes.
 */
final class KeyedInitialSequence implements InitialSequence {
    private static final int KEY_BYTES = 16;

    private final byte[] key = new byte[KEY_BYTES];

    KeyedInitialSequence(Noise noise) {
        noise.fill(key);
    }

    @Override
    public int next(long nowMicros, int localAddress, int localPort, int remoteAddress, int remotePort) {
        ByteBuffer input = ByteBuffer.allocate(12 + KEY_BYTES)
                .putInt(localAddress)
                .putShort((short) localPort)
                .putInt(remoteAddress)
                .putShort((short) remotePort)
                .put(key);
        int clock = (int) (nowMicros / InitialSequences.TICK_MICROS);
        return clock + ByteBuffer.wrap(md5(input.array())).getInt();
    }

    private static byte[] md5(byte[] input) {
        try {
            return MessageDigest.getInstance("MD5").digest(input);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
