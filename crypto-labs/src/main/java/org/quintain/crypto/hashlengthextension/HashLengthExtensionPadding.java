package org.quintain.crypto.hashlengthextension;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What MD5, SHA-1 and SHA-256 put behind a message: a byte 80, as few zeros as fill the block, and the message's length in
 * bits, 8 bytes (RFC 1321, sections 3.1 and 3.2, lowest byte first; FIPS 180-4, section 5.1.1, highest byte first).
 */
final class HashLengthExtensionPadding {
    static final int BLOCK_BYTES = 64;

    private HashLengthExtensionPadding() {}

    /**
     * The padding of a message, also with a number in it that some take for its length.
     *
     * @param messageBytes length of the message that fills the block
     * @param count the number written into the last 8 bytes; {@code 8 * messageBytes} is right
     * @param order of the number's bytes
     * @return 9 to 72 bytes
     */
    static byte[] of(int messageBytes, long count, ByteOrder order) {
        int toEnd = BLOCK_BYTES - messageBytes % BLOCK_BYTES;
        byte[] padding = new byte[toEnd >= 9 ? toEnd : toEnd + BLOCK_BYTES];
        padding[0] = (byte) 0x80;
        ByteBuffer.wrap(padding).order(order).putLong(padding.length - 8, count);
        return padding;
    }
}
