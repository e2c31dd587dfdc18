package org.quintain.solutions.crypto.cbcpaddingoracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.core.contract.HardSeat;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab.Challenge;

/** Each hard seat has what its description claims; looked at with the key, which an attack does not have. */
class CbcPaddingOracleHardSeatsTest {
    private static final CbcPaddingOracleLab LAB = new CbcPaddingOracleLab();
    private static final CbcPaddingOracleAttack ATTACK = new CbcPaddingOracleAttack();

    @Test
    void eachSeatIsListedAndEveryListedSeatIsProvedHere() {
        List<Integer> proved = List.of(818, 6716, 356, 2226, 184, 98, 707, 39, 4, 42, 60, 1017, 0);
        assertEquals(
                proved.stream().map(n -> "seat-" + n).toList(),
                ATTACK.hardSeats().stream()
                        .map(HardSeat::seat)
                        .map(seat -> seat.learner())
                        .toList());
    }

    @Test
    void longerPaddingShowsUpBefore01() {
        assertTrue(showsUpFirst(818, 2, 0, 2));
        assertTrue(showsUpFirst(6716, 3, 0, 3) || showsUpFirst(6716, 3, 1, 3));
        assertTrue(showsUpFirst(356, 2, 1, 2));
        assertTrue(showsUpFirst(2226, 4, 0, 2) || showsUpFirst(2226, 4, 1, 2) || showsUpFirst(2226, 4, 2, 2));
    }

    @Test
    void lastOfThe256ValuesIsNeeded() {
        assertEquals(255, lastNeeded(184, 2, 0));
        assertTrue(lastNeeded(2226, 4, 0) == 255 || lastNeeded(2226, 4, 1) == 255 || lastNeeded(2226, 4, 2) == 255);
        byte[] decrypted = decrypted(98, 3);
        int most = 0;
        for (int block = 0; block < 2; block++) {
            int needed = 0;
            for (int i = 0; i < 16; i++) {
                needed += ((decrypted[16 * block + i] & 0xff) ^ 16 - i) == 255 ? 1 : 0;
            }
            most = Math.max(most, needed);
        }
        assertEquals(2, most);
    }

    @Test
    void firstValueTriedIsRightAtOnce() {
        assertEquals(0, lastNeeded(707, 2, 0));
    }

    @Test
    void paddingIsAWholeBlockOrOneByte() {
        assertEquals(16, padding(39, 2));
        assertEquals(16, padding(4, 4));
        assertEquals(1, padding(42, 2));
        assertEquals(1, padding(60, 4));
        assertEquals(1, padding(98, 3));
    }

    @Test
    void dearestOf2000SeatsTakes9288Queries() {
        long worst = 0;
        for (int seat = 0; seat < 2000; seat++) {
            Setup setup = setup(seat);
            ATTACK.run(LAB.open(setup).challenge());
            worst = Math.max(worst, setup.meter().usage().queries());
            if (seat == 1017) {
                assertEquals(9288, setup.meter().usage().queries());
            }
        }
        assertEquals(9288, worst);
    }

    /** Whether, with zeros before it, the block's end reads n bytes of n for an earlier value than it reads 01. */
    private static boolean showsUpFirst(int seat, int blocks, int block, int n) {
        byte[] decrypted = decrypted(seat, blocks);
        int end = 16 * block + 15;
        for (int i = 1; i < n; i++) {
            if (decrypted[end - i] != n) {
                return false;
            }
        }
        return (decrypted[end] & 0xff ^ n) < (decrypted[end] & 0xff ^ 1);
    }

    /** The value with which the block's last byte reads 01. */
    private static int lastNeeded(int seat, int blocks, int block) {
        return decrypted(seat, blocks)[16 * block + 15] & 0xff ^ 1;
    }

    private static int padding(int seat, int blocks) {
        Setup setup = setup(seat);
        Challenge challenge = LAB.open(setup).challenge();
        return 16 * blocks - ATTACK.run(challenge).message().sizeBytes();
    }

    /** What AES puts out for each block. */
    private static byte[] decrypted(int seat, int blocks) {
        Setup setup = setup(seat);
        byte[] ciphertext = LAB.open(setup).challenge().ciphertext().toArray();
        assertEquals(16 * blocks, ciphertext.length);
        try {
            Cipher ecb = Cipher.getInstance("AES/ECB/NoPadding");
            ecb.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(setup.seed().secret("key").bytes(16), "AES"));
            return ecb.doFinal(ciphertext);
        } catch (GeneralSecurityException everyJdkHasAes) {
            throw new IllegalStateException(everyJdkHasAes);
        }
    }

    private static Setup setup(int seat) {
        return Setup.practice(LAB, seat, Params.none());
    }
}
