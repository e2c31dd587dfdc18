package org.quintain.solutions.crypto.cbcpaddingoracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.quintain.core.Bytes;
import org.quintain.core.contract.NearMiss;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab.Answer;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab.Challenge;

/** Wrong answers that learners give; each comes from a mistake in a loop, an index or the last step. */
final class CbcPaddingOracleMisses {
    private static final Set<String> BLOCKS = Set.of("blocks");
    private static final int BLOCK_BYTES = 16;

    private CbcPaddingOracleMisses() {}

    static List<NearMiss<Answer>> of(Challenge challenge, Bytes right) {
        byte[] message = right.toArray();
        byte[] iv = challenge.iv().toArray();
        byte[] ciphertext = challenge.ciphertext().toArray();
        byte[] padded = padded(message);
        byte[] chain = Arrays.copyOf(iv, BLOCK_BYTES + ciphertext.length);
        System.arraycopy(ciphertext, 0, chain, BLOCK_BYTES, ciphertext.length);
        byte[] decrypted = xor(padded, chain);
        byte[] oneWrong = message.clone();
        oneWrong[0] ^= 1;

        List<NearMiss<Answer>> misses = new ArrayList<>();
        misses.add(miss("keeps its padding", padded, BLOCKS));
        misses.add(miss("one byte wrong", oneWrong, BLOCKS));
        misses.add(miss("not XORed with the block before", decrypted, Set.of()));
        misses.add(miss("XORed with the IV everywhere", xor(decrypted, iv), BLOCKS));
        misses.add(miss("backwards", reversed(message), Set.of()));
        misses.add(miss("first block missing", Arrays.copyOfRange(padded, BLOCK_BYTES, padded.length), BLOCKS));
        misses.add(miss("first block only, padding behind it", firstBlock(padded), BLOCKS));
        misses.add(miss("last byte missing", Arrays.copyOf(message, message.length - 1), BLOCKS));
        misses.add(miss("hexadecimal digits as text", Bytes.utf8(right.toHex()).toArray(), Set.of()));
        misses.add(miss("the ciphertext itself", ciphertext, Set.of()));
        misses.add(miss("nothing", new byte[0], Set.of()));
        return misses;
    }

    /** The first block and one byte of padding: for a message of one block alone, the first block would be right. */
    private static byte[] firstBlock(byte[] padded) {
        byte[] first = Arrays.copyOf(padded, BLOCK_BYTES + 1);
        first[BLOCK_BYTES] = 1;
        return first;
    }

    private static NearMiss<Answer> miss(String name, byte[] message, Set<String> mayKeep) {
        return new NearMiss<>(name, new Answer(Bytes.of(message)), mayKeep);
    }

    private static byte[] padded(byte[] message) {
        int padding = BLOCK_BYTES - message.length % BLOCK_BYTES;
        byte[] padded = Arrays.copyOf(message, message.length + padding);
        Arrays.fill(padded, message.length, padded.length, (byte) padding);
        return padded;
    }

    private static byte[] xor(byte[] bytes, byte[] with) {
        byte[] out = new byte[bytes.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (bytes[i] ^ with[i % with.length]);
        }
        return out;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] out = new byte[bytes.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = bytes[bytes.length - 1 - i];
        }
        return out;
    }
}
