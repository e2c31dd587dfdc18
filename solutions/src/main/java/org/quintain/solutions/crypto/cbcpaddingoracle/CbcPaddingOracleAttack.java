package org.quintain.solutions.crypto.cbcpaddingoracle;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.quintain.core.Bytes;
import org.quintain.core.Lab;
import org.quintain.core.Seat;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.NearMiss;
import org.quintain.core.contract.Reference;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab.Answer;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab.Challenge;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab.PaddingOracle;

/**
 * The padding oracle attack of Vaudenay, "Security Flaws Induced by CBC Padding", EUROCRYPT 2002, sections 3.1 to 3.3;
 * its three oracles are the three methods below. In the paper's words, {@code y} is a block of ciphertext and {@code D(y)}
 * its decryption under the unknown key.
 *
 * <p>Deviations: the check for a padding longer than 01 takes one question a candidate instead of 15; the padding of the
 * last block is found first, with 4 questions; the last of 256 candidates is not asked for.
 *
 * <p>Cost: at most 4,081 questions a block (proof in the debrief); over the practice seats 0 to 1,999 a mean of 5,024
 * and a worst case of 9,288 for the whole page, 128.4 a byte of message.
 */
public final class CbcPaddingOracleAttack implements Reference<Challenge, Answer> {
    private static final int BLOCK_BYTES = 16;

    @Override
    public Lab<Challenge, Answer> lab() {
        return new CbcPaddingOracleLab();
    }

    @Override
    public Answer run(Challenge challenge) {
        return new Answer(decryption(challenge.iv(), challenge.ciphertext(), challenge.oracle()));
    }

    /**
     * Section 3.3, decryption oracle: each block's D(y) XOR the block before it (the IV before the first).
     *
     * @param iv 16 bytes
     * @param ciphertext whole blocks of 16 bytes, right padding inside
     * @param oracle tells whether a padding is right
     * @return the message without padding; without meaning if the oracle tells nothing
     */
    static Bytes decryption(Bytes iv, Bytes ciphertext, PaddingOracle oracle) {
        byte[] chain = Arrays.copyOf(iv.toArray(), BLOCK_BYTES + ciphertext.sizeBytes());
        System.arraycopy(ciphertext.toArray(), 0, chain, BLOCK_BYTES, ciphertext.sizeBytes());
        byte[] message = new byte[ciphertext.sizeBytes()];
        int last = message.length - BLOCK_BYTES;
        int padding = paddingLength(block(chain, last), block(chain, last + BLOCK_BYTES), oracle);
        for (int from = last; from >= 0; from -= BLOCK_BYTES) {
            byte[] decrypted = new byte[BLOCK_BYTES];
            int known = from == last ? padding : 0;
            for (int i = BLOCK_BYTES - known; i < BLOCK_BYTES; i++) {
                decrypted[i] = (byte) (chain[from + i] ^ padding);
            }
            blockDecryption(block(chain, from + BLOCK_BYTES), decrypted, known, oracle);
            for (int i = 0; i < BLOCK_BYTES; i++) {
                message[from + i] = (byte) (decrypted[i] ^ chain[from + i]);
            }
        }
        return Bytes.of(message, 0, message.length - padding);
    }

    /**
     * Section 3.1, step 5, by bisection: a change breaks the padding if and only if it hits it. The byte that says how
     * long the padding is is never touched, so no other padding can become right. Exactly 4 questions.
     */
    private static int paddingLength(byte[] previous, byte[] y, PaddingOracle oracle) {
        int least = 1;
        int most = BLOCK_BYTES;
        while (least < most) {
            int length = (least + most + 1) / 2;
            byte[] changed = previous.clone();
            changed[BLOCK_BYTES - length] ^= 1;
            if (oracle.isPaddingValid(changed, y)) {
                most = length - 1;
            } else {
                least = length;
            }
        }
        return least;
    }

    /**
     * Section 3.2, block decryption oracle: fills {@code decrypted} with D(y) from right to left. With padding length n,
     * the n - 1 bytes known are set to n, and one value of the byte before them makes the padding right.
     */
    private static void blockDecryption(byte[] y, byte[] decrypted, int known, PaddingOracle oracle) {
        for (int n = known + 1; n <= BLOCK_BYTES; n++) {
            int at = BLOCK_BYTES - n;
            byte[] r = new byte[BLOCK_BYTES];
            for (int i = at + 1; i < BLOCK_BYTES; i++) {
                r[i] = (byte) (decrypted[i] ^ n);
            }
            decrypted[at] = (byte) (lastWord(r, at, y, oracle) ^ n);
        }
    }

    /** Section 3.1, last word oracle: the value of r[at] with which the padding is right; at most 256 questions. */
    private static int lastWord(byte[] r, int at, byte[] y, PaddingOracle oracle) {
        for (int guess = 0; guess < 255; guess++) {
            r[at] = (byte) guess;
            if (oracle.isPaddingValid(r, y) && (at < BLOCK_BYTES - 1 || isOne(r, y, oracle))) {
                return guess;
            }
        }
        return 255;
    }

    /** Whether right padding is 01: if it is 02 02 or longer, a change of the byte before the last breaks it. */
    private static boolean isOne(byte[] r, byte[] y, PaddingOracle oracle) {
        byte[] changed = r.clone();
        changed[BLOCK_BYTES - 2] ^= 1;
        return oracle.isPaddingValid(changed, y);
    }

    private static byte[] block(byte[] chain, int from) {
        return Arrays.copyOfRange(chain, from, from + BLOCK_BYTES);
    }

    @Override
    public void honestUse(Challenge challenge) {
        byte[] iv = challenge.iv().toArray();
        if (!challenge.oracle().isPaddingValid(iv, challenge.ciphertext().toArray())) {
            throw new IllegalStateException("the genuine page accepted wanted: answer=false");
        }
    }

    @Override
    public List<NearMiss<Answer>> nearMisses(Challenge challenge, Answer right) {
        return CbcPaddingOracleMisses.of(challenge, right.message());
    }

    @Override
    public List<HardSeat> hardSeats() {
        return List.of(
                seat(818, "two blocks; 02 02 shows up before 01"),
                seat(6716, "03 03 03 shows up before 01"),
                seat(356, "02 02 shows up before 01 in the last block"),
                seat(2226, "four blocks; 02 02 shows up, and 01 needs the last of the 256 values"),
                seat(184, "two blocks; 01 needs the last of the 256 values"),
                seat(98, "three blocks, padding 01; two bytes of one block need the last of the 256 values"),
                seat(707, "the first value tried, 0, is right at once"),
                seat(39, "two blocks; the message fills one, and the other is all padding"),
                seat(4, "four blocks; the message fills three, and the last is all padding"),
                seat(42, "two blocks, padding 01"),
                seat(60, "four blocks, padding 01: the longest message"),
                seat(1017, "four blocks; the dearest of the seats 0 to 1999, 9,288 queries"),
                new HardSeat("sixteen blocks", Seat.practice(0), Map.of("blocks", "16")));
    }

    private static HardSeat seat(int number, String why) {
        return new HardSeat(why, Seat.practice(number), Map.of());
    }
}
