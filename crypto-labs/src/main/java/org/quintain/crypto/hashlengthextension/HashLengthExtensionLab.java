package org.quintain.crypto.hashlengthextension;

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
import org.quintain.core.Range;
import org.quintain.core.Setup;
import org.quintain.core.Size;
import org.quintain.core.derive.Seed;

/**
 * A school observatory whose requests carry H(key || request) as their MAC, and a visitor who wants the dome open.
 *
 * <p>The key is 8 to 32 random bytes, of a length that is drawn too. Key and first request together have 23 to 122 bytes:
 * one block or two, with the padding in the same block as the last byte or in a block of its own. Time is no part of this
 * lab: MACs are compared in constant time, and no call has a duration.
 */
public final class HashLengthExtensionLab
        implements Lab<HashLengthExtensionLab.Challenge, HashLengthExtensionLab.Answer> {
    /** The hash function of the MAC. SHA-256 is the default, because it shows that a strong hash is no MAC either. */
    public static final Param<String> HASH = Param.choice("hash", "sha256", "sha1", "md5");

    static final int LEAST_KEY_BYTES = 8;
    static final int MOST_KEY_BYTES = 32;

    /** Tries for the points for economy: 25 key lengths are possible, and a loop from 1 to 32 fits too. */
    static final int FRUGAL_TRIES = 32;

    /** Sixteen loops over all key lengths, so a loop with a mistake in it is no catastrophe. */
    private static final Budget BUDGET = Budget.ofQueries(400).withSubmissions(5);

    static final LabCard CARD = LabCard.of("crypto.hash-length-extension", 1)
            .assurance(Assurance.SERVED_TARGET)
            .levels(Level.BACHELOR, Level.PROFESSIONAL)
            .minutes(90)
            // The shortest MAC, of MD5, has 128 bits.
            .criterion("forged", 40, 128)
            .criterion("command", 30, 128)
            // 25 lengths.
            .criterion("key-length", 10, 4)
            .criterion("economy", 20, 128)
            .parameter(HASH)
            .parameter(Param.HARDENED)
            .budget(BUDGET)
            .sources(
                    "B. Preneel, P. C. van Oorschot, MDx-MAC and Building Fast MACs from Hash Functions, CRYPTO 1995",
                    "T. Duong, J. Rizzo, Flickr's API Signature Forgery Vulnerability, advisory MOCB-01, 2009",
                    "FIPS 180-4, Secure Hash Standard, 2015, section 5.1.1",
                    "RFC 1321, The MD5 Message-Digest Algorithm, 1992",
                    "RFC 2104, HMAC: Keyed-Hashing for Message Authentication, 1997",
                    "M. Bellare, R. Canetti, H. Krawczyk, Keying Hash Functions for Message Authentication, CRYPTO 1996")
            .tags("hash", "mac", "length-extension", "merkle-damgard", "md5", "sha1", "sha256", "hmac", "forgery")
            .build();

    /**
     * What the learner holds.
     *
     * @param hash name of the hash function, {@code MD5}, {@code SHA-1} or {@code SHA-256}
     * @param request a request of the learner's own, ASCII, 15 to 90 bytes
     * @param mac its MAC, 16, 20 or 32 bytes
     * @param observatory the server that signs requests and carries them out
     */
    public record Challenge(String hash, Bytes request, Bytes mac, Observatory observatory) {}

    /**
     * What the learner hands in.
     *
     * @param request a request that carries the extra command, any bytes
     * @param mac its MAC
     * @param keyLength length of the key in bytes
     */
    public record Answer(
            @Size(max = 512) Bytes request,
            @Size(max = 64) Bytes mac,
            @Range(max = 4096) int keyLength) {
        /** Refuses null. */
        public Answer {
            Objects.requireNonNull(request, "request");
            Objects.requireNonNull(mac, "mac");
        }
    }

    /** The server of the observatory: a desk that signs what visitors may ask for, and the machine that carries it out. */
    public interface Observatory {
        /**
         * Signs a request of a visitor.
         *
         * <p>Costs one query, a refused call too.
         *
         * @param request ASCII text {@code uid=NNNN&do=COMMAND}, with one to eight commands
         * @return its MAC, as long as a digest of the hash function
         * @throws org.quintain.core.RefusedException if the request has another form, another visitor's number or a
         *     command that visitors may not give
         */
        Bytes sign(@Size(max = 256) byte[] request);

        /**
         * Checks the MAC of a request and carries out its commands in their order.
         *
         * <p>Fields are separated by {@code &}. Fields and commands that the machine does not know are passed over,
         * whatever bytes they hold. Costs one query.
         *
         * @param request any bytes
         * @param mac any bytes
         * @return whether the MAC was right, and what was done; never why not
         */
        Reply exec(@Size(max = 512) byte[] request, @Size(max = 64) byte[] mac);
    }

    /**
     * What the machine says.
     *
     * @param accepted whether the MAC was right
     * @param done the commands that were carried out, in their order; none if the MAC was wrong
     */
    public record Reply(boolean accepted, List<String> done) {
        /** Copies the list. */
        public Reply {
            done = List.copyOf(done);
        }
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
        int keyBytes = LEAST_KEY_BYTES + seed.secret("key-length").below(MOST_KEY_BYTES - LEAST_KEY_BYTES + 1);
        byte[] key = seed.secret("key").bytes(keyBytes);
        HashLengthExtensionRequest first =
                HashLengthExtensionRequest.drawn(seed.draw("visitor"), seed.draw("commands"));
        HashLengthExtensionMac mac = HashLengthExtensionMac.of(
                setup.params().get(HASH), key, setup.params().get(Param.HARDENED));
        var target = new HashLengthExtensionTarget(mac, first, setup.meter());
        Bytes request = Bytes.utf8(first.text());
        var challenge = new Challenge(mac.hashName(), request, Bytes.of(mac.tag(request.toArray())), target);
        return new LabRun<>(challenge, new HashLengthExtensionChecker(target, mac, keyBytes));
    }
}
