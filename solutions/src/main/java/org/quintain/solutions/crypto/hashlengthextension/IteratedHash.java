package org.quintain.solutions.crypto.hashlengthextension;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * MD5, SHA-1 and SHA-256 as what they are: a compression function that runs over blocks of 64 bytes, from a state that the
 * caller chooses (Merkle 1989; Damgård 1989).
 *
 * <p>The libraries' digests begin at the standard's state and nowhere else. Bouncy Castle can read a digest's state back
 * from bytes, but does not say what these bytes mean; so the compression functions are written out here. The tests compare
 * them with the JDK's.
 */
enum IteratedHash {
    /** RFC 1321. */
    MD5("MD5", ByteOrder.LITTLE_ENDIAN, Md5.START) {
        @Override
        void compress(int[] state, int[] words) {
            Md5.compress(state, words);
        }
    },
    /** FIPS 180-4, section 6.1. */
    SHA1("SHA-1", ByteOrder.BIG_ENDIAN, Sha1.START) {
        @Override
        void compress(int[] state, int[] words) {
            Sha1.compress(state, words);
        }
    },
    /** FIPS 180-4, section 6.2. */
    SHA256("SHA-256", ByteOrder.BIG_ENDIAN, Sha256.START) {
        @Override
        void compress(int[] state, int[] words) {
            Sha256.compress(state, words);
        }
    };

    private static final int BLOCK_BYTES = 64;

    private final String standardName;
    private final ByteOrder order;
    private final int[] start;

    IteratedHash(String standardName, ByteOrder order, int[] start) {
        this.standardName = standardName;
        this.order = order;
        this.start = start;
    }

    /**
     * One step: mixes a block into the state.
     *
     * @param state 4, 5 or 8 words; replaced by the next state
     * @param words the block, 16 words, not changed
     */
    abstract void compress(int[] state, int[] words);

    /**
     * The function of a name.
     *
     * @param standardName {@code MD5}, {@code SHA-1} or {@code SHA-256}
     * @return the function
     */
    static IteratedHash named(String standardName) {
        return Arrays.stream(values())
                .filter(hash -> hash.standardName.equals(standardName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("MD5, SHA-1 or SHA-256 wanted: name=" + standardName));
    }

    /**
     * The name in the standard, which is the JDK's too.
     *
     * @return {@code MD5}, {@code SHA-1} or {@code SHA-256}
     */
    String standardName() {
        return standardName;
    }

    /**
     * The order of the bytes in a word, and in the bit count at the end of the padding.
     *
     * @return little-endian for MD5, big-endian for the others
     */
    ByteOrder order() {
        return order;
    }

    /**
     * The padding: 80, zeros, and the bit count of the message in 8 bytes, up to the end of a block.
     *
     * @param messageBytes length of the message, 0 or more
     * @return 9 to 72 bytes
     */
    byte[] padding(long messageBytes) {
        return padding(messageBytes, 8 * messageBytes, order);
    }

    /**
     * The padding with any count in it, for the mistakes that learners make.
     *
     * @param messageBytes length that decides how many zeros there are
     * @param count what is written at the end
     * @param countOrder in which order of bytes
     * @return 9 to 72 bytes
     */
    static byte[] padding(long messageBytes, long count, ByteOrder countOrder) {
        int zeros = (int) Math.floorMod(BLOCK_BYTES - 9 - messageBytes, (long) BLOCK_BYTES);
        ByteBuffer padding = ByteBuffer.allocate(1 + zeros + 8).order(countOrder);
        return padding.put((byte) 0x80).putLong(1 + zeros, count).array();
    }

    /**
     * The hash of a message from the standard's state.
     *
     * @param message any bytes
     * @return 16, 20 or 32 bytes
     */
    byte[] hash(byte[] message) {
        return finish(start, message, message.length);
    }

    /**
     * Takes up a hash where it ended and runs on.
     *
     * @param hash of what came before: a whole number of blocks, padding included
     * @param hashedBytes how many bytes that was, a multiple of 64
     * @param more what follows
     * @return the hash of it all
     */
    byte[] extend(byte[] hash, long hashedBytes, byte[] more) {
        int[] state = new int[start.length];
        ByteBuffer.wrap(hash).order(order).asIntBuffer().get(state);
        return finish(state, more, hashedBytes + more.length);
    }

    /**
     * Runs over the last blocks.
     *
     * @param from state before them, not changed
     * @param last bytes that are not hashed yet
     * @param wholeBytes length of the whole message, which goes into the padding
     * @return the hash
     */
    byte[] finish(int[] from, byte[] last, long wholeBytes) {
        int[] state = from.clone();
        byte[] padding = padding(wholeBytes);
        ByteBuffer blocks = ByteBuffer.allocate(last.length + padding.length)
                .order(order)
                .put(last)
                .put(padding)
                .flip();
        int[] words = new int[BLOCK_BYTES / 4];
        while (blocks.hasRemaining()) {
            for (int i = 0; i < words.length; i++) {
                words[i] = blocks.getInt();
            }
            compress(state, words);
        }
        ByteBuffer hash = ByteBuffer.allocate(4 * state.length).order(order);
        for (int word : state) {
            hash.putInt(word);
        }
        return hash.array();
    }
}
