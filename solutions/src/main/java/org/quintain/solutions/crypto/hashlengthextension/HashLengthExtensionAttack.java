package org.quintain.solutions.crypto.hashlengthextension;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.quintain.core.Bytes;
import org.quintain.core.Lab;
import org.quintain.core.Seat;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.NearMiss;
import org.quintain.core.contract.Reference;
import org.quintain.crypto.hashlengthextension.HashLengthExtensionLab;
import org.quintain.crypto.hashlengthextension.HashLengthExtensionLab.Answer;
import org.quintain.crypto.hashlengthextension.HashLengthExtensionLab.Challenge;
import org.quintain.crypto.hashlengthextension.HashLengthExtensionLab.Reply;

/**
 * Length extension of H(key || request): the MAC is the state of the hash after key, request and padding, so the hash can
 * go on from there (Preneel and van Oorschot, "MDx-MAC and Building Fast MACs from Hash Functions", CRYPTO 1995, on the
 * secret prefix method; Duong and Rizzo, advisory MOCB-01, 2009, against a web service).
 *
 * <p>Only the length of the key is missing, because the padding holds the length of key and request. Cost: one try a
 * length, 25 at most; over the practice seats 0 to 1,999 a mean of 12.5 with SHA-256, 13.1 with SHA-1 and 13.2 with MD5,
 * where 13 is expected. A try computes one block.
 */
public final class HashLengthExtensionAttack implements Reference<Challenge, Answer> {
    static final int LEAST_KEY_BYTES = 8;
    static final int MOST_KEY_BYTES = 32;

    static final Bytes EXTRA = Bytes.utf8("&do=open-dome");

    @Override
    public Lab<Challenge, Answer> lab() {
        return new HashLengthExtensionLab();
    }

    @Override
    public Answer run(Challenge challenge) {
        IteratedHash hash = IteratedHash.named(challenge.hash());
        for (int keyBytes = LEAST_KEY_BYTES; ; keyBytes++) {
            Answer forged = forge(hash, challenge.request(), challenge.mac(), keyBytes, EXTRA);
            Reply reply = challenge
                    .observatory()
                    .exec(forged.request().toArray(), forged.mac().toArray());
            // A server that accepts none of them is the hardened one; then the last guess is as good as any.
            if (reply.accepted() || keyBytes == MOST_KEY_BYTES) {
                return forged;
            }
        }
    }

    /**
     * The request, the padding that the hash once put behind it, and the extra command; with the MAC of all that.
     *
     * @param hash of the MAC
     * @param request a signed request, any bytes
     * @param mac its MAC
     * @param keyBytes the length that the key is taken to have
     * @param extra what is appended, any bytes
     * @return a forgery, right if the key has that length
     */
    static Answer forge(IteratedHash hash, Bytes request, Bytes mac, int keyBytes, Bytes extra) {
        byte[] glue = hash.padding((long) keyBytes + request.sizeBytes());
        long hashedBytes = (long) keyBytes + request.sizeBytes() + glue.length;
        byte[] forgedMac = hash.extend(mac.toArray(), hashedBytes, extra.toArray());
        return new Answer(joined(request, glue, extra), Bytes.of(forgedMac), keyBytes);
    }

    static Bytes joined(Bytes request, byte[] glue, Bytes extra) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(request.toArray());
        whole.writeBytes(glue);
        whole.writeBytes(extra.toArray());
        return Bytes.of(whole.toByteArray());
    }

    /** Sends the request held from the start, then one more that the desk signs. */
    @Override
    public void honestUse(Challenge challenge) {
        byte[] request = challenge.request().toArray();
        requireDone(
                challenge.observatory().exec(request, challenge.mac().toArray()), "the request held from the start");
        byte[] own = Bytes.utf8(challenge.request().toUtf8().substring(0, "uid=1027".length()) + "&do=star-map&do=log")
                .toArray();
        Bytes mac = challenge.observatory().sign(own);
        Reply reply = challenge.observatory().exec(own, mac.toArray());
        requireDone(reply, "a request that the desk signed");
        if (!reply.done().equals(List.of("star-map", "log"))) {
            throw new IllegalStateException("star map and log wanted: done=" + reply.done());
        }
    }

    private static void requireDone(Reply reply, String what) {
        if (!reply.accepted() || reply.done().isEmpty()) {
            throw new IllegalStateException(what + " carried out wanted: reply=" + reply);
        }
    }

    @Override
    public List<NearMiss<Answer>> nearMisses(Challenge challenge, Answer right) {
        return HashLengthExtensionMisses.of(challenge, right);
    }

    @Override
    public List<HardSeat> hardSeats() {
        return List.of(
                seat(10, "key and request end at byte 55 of a block: the padding just fits, without a zero"),
                seat(
                        54,
                        "key and request end at byte 56: the padding takes the next block too, 72 bytes, the most there is"),
                seat(14, "key of 32 bytes: the last try is right; key and request lack one byte of a block"),
                seat(15, "key and request fill a block: the padding has one of its own, and the count's low byte is 0"),
                seat(873, "two blocks; the padding just fits into the second"),
                seat(1292, "two blocks; the padding takes the third too"),
                seat(13, "key and request have 32 bytes: the first count that takes two bytes"),
                seat(36, "key of 8 bytes: the first try is right"),
                seat(8, "the longest request, six commands and 90 bytes"),
                seat(20, "sha1", "SHA-1; the padding just fits"),
                seat(22, "sha1", "SHA-1; the padding takes the next block too"),
                seat(29, "sha1", "SHA-1; key of 32 bytes"),
                seat(11, "md5", "MD5; the padding just fits"),
                seat(50, "md5", "MD5; the padding takes the next block too"),
                seat(73, "md5", "MD5; key and request fill a block"),
                seat(14, "md5", "MD5; key of 32 bytes"));
    }

    private static HardSeat seat(int number, String why) {
        return seat(number, "sha256", why);
    }

    private static HardSeat seat(int number, String hash, String why) {
        return new HardSeat(why, Seat.practice(number), hash.equals("sha256") ? Map.of() : Map.of("hash", hash));
    }
}
