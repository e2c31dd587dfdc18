package org.quintain.solutions.crypto.hashlengthextension;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.quintain.core.Bytes;
import org.quintain.core.contract.NearMiss;
import org.quintain.crypto.hashlengthextension.HashLengthExtensionLab.Answer;
import org.quintain.crypto.hashlengthextension.HashLengthExtensionLab.Challenge;

/** Wrong answers that learners give: each comes from one wrong number in the padding, in the state or in the answer. */
final class HashLengthExtensionMisses {
    private final IteratedHash hash;
    private final Bytes request;
    private final Bytes mac;
    private final Answer right;
    private final int keyBytes;
    private final int hashedBytes;

    private HashLengthExtensionMisses(Challenge challenge, Answer right) {
        this.hash = IteratedHash.named(challenge.hash());
        this.request = challenge.request();
        this.mac = challenge.mac();
        this.right = right;
        this.keyBytes = right.keyLength();
        this.hashedBytes = keyBytes + request.sizeBytes();
    }

    static List<NearMiss<Answer>> of(Challenge challenge, Answer right) {
        HashLengthExtensionMisses misses = new HashLengthExtensionMisses(challenge, right);
        return List.of(
                miss("nothing forged: the request as it was signed", misses.request, misses.mac, right.keyLength()),
                misses.forgedFor("key taken one byte longer", misses.keyBytes + 1),
                misses.forgedFor("key taken one byte shorter", misses.keyBytes - 1),
                misses.forgedFor("key taken for empty", 0),
                misses.glued("bit count without the key", 8L * misses.request.sizeBytes(), misses.hash.order()),
                misses.glued("count in bytes", misses.hashedBytes, misses.hash.order()),
                misses.glued("bit count in the other order of bytes", 8L * misses.hashedBytes, misses.otherOrder()),
                misses.withoutGlue(),
                misses.countOfTheLastBlockAlone(),
                miss("the old MAC", right.request(), misses.mac, misses.keyBytes),
                miss("hashed without a key", right.request(), misses.hashed(right.request()), misses.keyBytes),
                miss("MAC cut by a byte", right.request(), cut(right.mac()), misses.keyBytes),
                miss("one bit of the MAC wrong", right.request(), flipped(right.mac()), misses.keyBytes),
                misses.otherCommand(),
                misses.otherLength("key length in bits", 8 * misses.keyBytes),
                misses.otherLength("length of key and request", misses.hashedBytes));
    }

    private NearMiss<Answer> forgedFor(String name, int otherKeyBytes) {
        return NearMiss.of(
                name,
                HashLengthExtensionAttack.forge(hash, request, mac, otherKeyBytes, HashLengthExtensionAttack.EXTRA));
    }

    /** Zeros of the right number, a wrong count behind them; the state is taken up at the right place. */
    private NearMiss<Answer> glued(String name, long count, ByteOrder order) {
        byte[] glue = IteratedHash.padding(hashedBytes, count, order);
        return miss(
                name,
                HashLengthExtensionAttack.joined(request, glue, HashLengthExtensionAttack.EXTRA),
                right.mac(),
                keyBytes);
    }

    private NearMiss<Answer> withoutGlue() {
        Bytes whole = HashLengthExtensionAttack.joined(request, new byte[0], HashLengthExtensionAttack.EXTRA);
        return miss("no padding between", whole, right.mac(), keyBytes);
    }

    /** Begins at the right state, but counts the bits of the appended part only. */
    private NearMiss<Answer> countOfTheLastBlockAlone() {
        Bytes restarted = Bytes.of(hash.extend(mac.toArray(), 0, HashLengthExtensionAttack.EXTRA.toArray()));
        return miss("count begins anew behind the padding", right.request(), restarted, keyBytes);
    }

    private NearMiss<Answer> otherCommand() {
        Answer other = HashLengthExtensionAttack.forge(hash, request, mac, keyBytes, Bytes.utf8("&do=opendome"));
        return new NearMiss<>("a command that there is not", other, Set.of("forged", "key-length"));
    }

    private NearMiss<Answer> otherLength(String name, int length) {
        Answer other = new Answer(right.request(), right.mac(), length);
        return new NearMiss<>(name, other, Set.of("forged", "command", "economy"));
    }

    private ByteOrder otherOrder() {
        return hash.order() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    private Bytes hashed(Bytes message) {
        return Bytes.of(hash.hash(message.toArray()));
    }

    private static Bytes cut(Bytes bytes) {
        return Bytes.of(Arrays.copyOf(bytes.toArray(), bytes.sizeBytes() - 1));
    }

    private static Bytes flipped(Bytes bytes) {
        byte[] flipped = bytes.toArray();
        flipped[flipped.length - 1] ^= 1;
        return Bytes.of(flipped);
    }

    private static NearMiss<Answer> miss(String name, Bytes request, Bytes mac, int keyLength) {
        return NearMiss.of(name, new Answer(request, mac, keyLength));
    }
}
