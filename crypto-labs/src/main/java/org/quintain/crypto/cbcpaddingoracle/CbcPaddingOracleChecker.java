package org.quintain.crypto.cbcpaddingoracle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.quintain.core.Bytes;
import org.quintain.core.Checker;
import org.quintain.core.Marking;
import org.quintain.core.Message;
import org.quintain.core.Meter;
import org.quintain.core.Verdict;

/** Compares the message, gives points for right blocks, and reads the cost of the served run from its meter. */
final class CbcPaddingOracleChecker implements Checker<CbcPaddingOracleLab.Answer> {
    private static final int BLOCK_BYTES = CbcPaddingOracleLab.BLOCK_BYTES;

    /** 256 questions a byte, and two a block for the padding that is longer than 01; see the debrief for the proof. */
    private static final int QUERIES_A_BLOCK = 256 * BLOCK_BYTES + 2;

    private final byte[] message;
    private final byte[] iv;
    private final byte[] ciphertext;
    private final Meter meter;

    /**
     * A checker of one instance.
     *
     * @param message the right message, without padding, 16 bytes or more
     * @param iv 16 bytes
     * @param ciphertext whole blocks of 16 bytes, without a tag
     * @param meter of the run that is judged
     */
    CbcPaddingOracleChecker(Bytes message, Bytes iv, Bytes ciphertext, Meter meter) {
        this.message = message.toArray();
        this.iv = iv.toArray();
        this.ciphertext = ciphertext.toArray();
        this.meter = meter;
    }

    @Override
    public Verdict check(CbcPaddingOracleLab.Answer answer) {
        byte[] found = answer.message().toArray();
        Marking marking = CbcPaddingOracleLab.CARD.marking();
        // Only whole blocks of the message count: a last part of one byte could be guessed.
        int blocks = message.length / BLOCK_BYTES;
        int right = Math.max(rightBlocks(found, 0), rightBlocks(found, found.length - message.length));
        marking.part(
                "blocks",
                CbcPaddingOracleLab.CARD.criterion("blocks").points() * right / blocks,
                Message.of("blocks-right", "right", right, "of", blocks));
        if (!Arrays.equals(found, message)) {
            return marking.mark("message", false, Message.of(mistake(found))).otherwise(Message.of("economy-open"));
        }
        marking.mark("message", true, Message.of("message-right"));
        return markEconomy(marking).verdict();
    }

    private Marking markEconomy(Marking marking) {
        long used = meter.usage().queries();
        long most = (long) QUERIES_A_BLOCK * (ciphertext.length / BLOCK_BYTES);
        if (used == 0) {
            return marking.mark("economy", false, Message.of("economy-no-query"));
        }
        boolean met = used <= most;
        return marking.mark(
                "economy", met, Message.of(met ? "economy-met" : "economy-missed", "used", used, "most", most));
    }

    /** Blocks of the message that stand at their place, moved by {@code shift} bytes. */
    private int rightBlocks(byte[] found, int shift) {
        int right = 0;
        for (int from = 0; from + BLOCK_BYTES <= message.length; from += BLOCK_BYTES) {
            int at = from + shift;
            if (at >= 0
                    && at + BLOCK_BYTES <= found.length
                    && Arrays.equals(found, at, at + BLOCK_BYTES, message, from, from + BLOCK_BYTES)) {
                right++;
            }
        }
        return right;
    }

    /** The key of the words that name what went wrong, if it is a mistake that can be recognised. */
    private String mistake(byte[] found) {
        byte[] padded = padded();
        byte[] chain = Arrays.copyOf(iv, BLOCK_BYTES + ciphertext.length);
        System.arraycopy(ciphertext, 0, chain, BLOCK_BYTES, ciphertext.length);
        byte[] decrypted = xor(padded, chain);
        if (found.length == 0) {
            return "message-empty";
        } else if (Arrays.equals(found, padded)) {
            return "message-padded";
        } else if (isWholeOrCut(found, decrypted)) {
            return "message-not-xored";
        } else if (isWholeOrCut(found, xor(decrypted, iv))) {
            return "message-xored-with-iv";
        } else if (Arrays.equals(found, reversed(message)) || Arrays.equals(found, reversed(padded))) {
            return "message-backwards";
        } else if (new String(found, StandardCharsets.UTF_8)
                .equalsIgnoreCase(Bytes.of(message).toHex())) {
            return "message-hex-twice";
        } else if (isPart(found, message) || isPart(found, padded)) {
            return "message-incomplete";
        }
        return found.length == message.length && wrongBytes(found) == 1 ? "message-one-byte" : "message-wrong";
    }

    private byte[] padded() {
        byte[] padded = Arrays.copyOf(message, ciphertext.length);
        Arrays.fill(padded, message.length, padded.length, (byte) (padded.length - message.length));
        return padded;
    }

    private boolean isWholeOrCut(byte[] found, byte[] whole) {
        return Arrays.equals(found, whole) || Arrays.equals(found, Arrays.copyOf(whole, message.length));
    }

    /** Whether some whole blocks at the beginning, or at the end, are missing and the rest is right. */
    private static boolean isPart(byte[] found, byte[] whole) {
        int missing = whole.length - found.length;
        return missing > 0
                && (found.length % BLOCK_BYTES == 0 && Arrays.equals(found, Arrays.copyOf(whole, found.length))
                        || missing % BLOCK_BYTES == 0
                                && Arrays.equals(found, Arrays.copyOfRange(whole, missing, whole.length)));
    }

    private int wrongBytes(byte[] found) {
        int wrong = 0;
        for (int i = 0; i < message.length; i++) {
            wrong += found[i] == message[i] ? 0 : 1;
        }
        return wrong;
    }

    /** XOR with the beginning of {@code with}, repeated from its start when it is the shorter one. */
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
