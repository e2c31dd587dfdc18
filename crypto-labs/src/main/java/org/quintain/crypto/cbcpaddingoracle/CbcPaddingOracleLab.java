package org.quintain.crypto.cbcpaddingoracle;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.quintain.core.Assurance;
import org.quintain.core.Budget;
import org.quintain.core.Bytes;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Level;
import org.quintain.core.Param;
import org.quintain.core.Setup;
import org.quintain.core.Size;
import org.quintain.core.derive.Draw;
import org.quintain.core.derive.Seed;

/**
 * A lighthouse's log page under AES-128-CBC, and a log server that says whether the padding of what it gets is right.
 *
 * <p>The message is ASCII, {@code 16 * blocks - p} bytes long with p drawn from 1 to 16, so that every padding length
 * occurs; it ends with a door code of 16 hexadecimal digits (64 bits). Padding is PKCS#7 (RFC 5652, section 6.3). Time
 * is no part of this lab: nothing here has a duration, so the padding check need not take constant time.
 */
public final class CbcPaddingOracleLab implements Lab<CbcPaddingOracleLab.Challenge, CbcPaddingOracleLab.Answer> {
    /** Length of the ciphertext in blocks of 16 bytes; {@code 2-4} draws one of 2, 3 and 4. */
    public static final Param<String> BLOCKS = Param.choice("blocks", "2-4", "2", "3", "4", "8", "16");

    /** Bytes of a block of AES. */
    static final int BLOCK_BYTES = 16;

    /**
     * 100,000 questions: six attacks at their worst, twelve at their mean on the longest page of the default (4 blocks,
     * 16,392 at most), so a loop with a mistake in it is no catastrophe; and a page of 16 blocks (65,568 at most) fits.
     */
    private static final Budget BUDGET = Budget.ofQueries(100_000);

    static final LabCard CARD = LabCard.of("crypto.cbc-padding-oracle", 1)
            .assurance(Assurance.SERVED_TARGET)
            .levels(Level.BACHELOR, Level.PROFESSIONAL)
            .minutes(120)
            .criterion("message", 50, 64)
            // One block may hold little more than a ship and a bearing: 16 names, 360 degrees.
            .criterion("blocks", 30, 12)
            .criterion("economy", 20, 64)
            .parameter(BLOCKS)
            .parameter(Param.HARDENED)
            .budget(BUDGET)
            .sources(
                    "S. Vaudenay, Security Flaws Induced by CBC Padding, EUROCRYPT 2002, section 3",
                    "RFC 5652, Cryptographic Message Syntax, section 6.3",
                    "M. Bellare, C. Namprempre, Authenticated Encryption, J. Cryptology 21(4), 2008",
                    "H. Krawczyk, The Order of Encryption and Authentication, CRYPTO 2001",
                    "RFC 7366, Encrypt-then-MAC for TLS and DTLS, 2014")
            .tags("aes", "cbc", "padding", "oracle", "chosen-ciphertext", "encrypt-then-mac")
            .build();

    private static final List<String> SHIPS = List.of(
            "Alma", "Brio", "Coral", "Dune", "Eider", "Fable", "Galet", "Halo", "Iris", "Jade", "Kelp", "Lyre", "Mica",
            "Nacre", "Opale", "Perle");

    /**
     * What the learner holds.
     *
     * @param iv initialisation vector of the ciphertext, 16 bytes
     * @param ciphertext whole blocks of 16 bytes; on the hardened twin followed by an HMAC-SHA256 tag of 32 bytes
     * @param oracle the log server
     */
    public record Challenge(Bytes iv, Bytes ciphertext, PaddingOracle oracle) {}

    /**
     * What the learner hands in.
     *
     * @param message the log page in UTF-8 without its padding
     */
    public record Answer(@Size(max = 512) Bytes message) {
        /** Refuses null. */
        public Answer {
            Objects.requireNonNull(message, "message");
        }
    }

    /** The log server: takes a page, says one word about it. */
    public interface PaddingOracle {
        /**
         * Decrypts a page and says whether its padding is right (vulnerable) or whether the page is accepted (hardened).
         *
         * <p>Costs one query, a refused call too.
         *
         * @param iv initialisation vector, 16 bytes
         * @param ciphertext 16 to 1,024 bytes, a multiple of 16
         * @return true if the padding is right; the hardened twin answers false to all that is not a genuine page,
         *     whatever is wrong with it
         * @throws org.quintain.core.RefusedException if a length is wrong; never on the hardened twin
         */
        boolean isPaddingValid(@Size(min = 16, max = 16) byte[] iv, @Size(min = 16, max = 1024) byte[] ciphertext);
    }

    @Override
    public LabCard card() {
        return CARD;
    }

    @Override
    public Class<Challenge> challengeType() {
        return Challenge.class;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public LabRun<Challenge, Answer> open(Setup setup) {
        Seed seed = setup.seed();
        byte[] key = seed.secret("key").bytes(BLOCK_BYTES);
        byte[] iv = seed.draw("iv").bytes(BLOCK_BYTES);
        Bytes message = message(seed, blocks(setup));
        byte[] ciphertext = CbcPaddingOracleTarget.encrypt(key, iv, message.toArray());
        var checker = new CbcPaddingOracleChecker(message, Bytes.of(iv), Bytes.of(ciphertext), setup.meter());
        var target = new CbcPaddingOracleTarget(key, setup.meter());
        if (!setup.params().get(Param.HARDENED)) {
            return new LabRun<>(new Challenge(Bytes.of(iv), Bytes.of(ciphertext), target), checker);
        }
        // A key of its own: one key for two purposes is a flaw of its own.
        var twin = new CbcPaddingOracleHardenedTarget(
                target, seed.secret("mac-key").bytes(32), setup.meter());
        return new LabRun<>(new Challenge(Bytes.of(iv), Bytes.of(twin.seal(iv, ciphertext)), twin), checker);
    }

    private static int blocks(Setup setup) {
        String blocks = setup.params().get(BLOCKS);
        return blocks.equals(BLOCKS.byDefault())
                ? 2 + setup.seed().draw("blocks").below(3)
                : Integer.parseInt(blocks);
    }

    /** The end of a page of the log: ships with their bearings in degrees, then the door code. Its left edge is torn. */
    private static Bytes message(Seed seed, int blocks) {
        int paddingBytes = 1 + seed.draw("padding").below(BLOCK_BYTES);
        int lengthBytes = blocks * BLOCK_BYTES - paddingBytes;
        Draw log = seed.secret("log");
        StringBuilder page = new StringBuilder();
        while (page.length() < lengthBytes) {
            String bearing = Integer.toString(1000 + log.below(360)).substring(1);
            page.append(log.pick(SHIPS)).append(' ').append(bearing).append(", ");
        }
        page.append("door ")
                .append(HexFormat.of().formatHex(seed.secret("door-code").bytes(8)));
        return Bytes.utf8(page.substring(page.length() - lengthBytes));
    }
}
