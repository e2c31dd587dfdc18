package org.quintain.core.derive;

import java.util.function.Consumer;
import org.quintain.core.Stable;

/**
 * Where the random choices of an instance come from: immutable; the same label gives the same stream, always.
 *
 * <p>{@code fork(label) = HMAC-SHA256(key, L("fork", label))}; {@code draw(label)} and {@code secret(label)} read the
 * stream of that fork. Two calls with one label give two readers of the same stream, each at its beginning: give each
 * thing that you draw a label of its own.
 */
@Stable
public final class Seed {
    private final byte[] key;
    private final Consumer<byte[]> secrets;

    private Seed(byte[] key, Consumer<byte[]> secrets) {
        this.key = key;
        this.secrets = secrets;
    }

    /**
     * The seed with a given key.
     *
     * @param key 32 bytes
     * @return the seed
     */
    public static Seed of(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("seed key of 32 bytes wanted: length=" + key.length);
        }
        return new Seed(key.clone(), null);
    }

    /**
     * The same seed, reporting what {@link #secret} streams yield; for the contract's leak scan.
     *
     * @param secrets gets each array of bytes that a secret stream yields, and big integers as big-endian magnitudes
     * @return a seed with equal streams
     */
    public Seed reportingSecretsTo(Consumer<byte[]> secrets) {
        return new Seed(key, secrets);
    }

    /**
     * A seed of its own for a part of the instance.
     *
     * @param label names the part
     * @return the forked seed
     */
    public Seed fork(String label) {
        return new Seed(Prf.hmac(key, Prf.encode(Prf.utf8("fork"), Prf.utf8(label))), secrets);
    }

    /**
     * A stream of choices that the learner may come to know.
     *
     * @param label names what is drawn
     * @return the stream of that fork, at its beginning
     */
    public Draw draw(String label) {
        return new Draw(fork(label).key, null);
    }

    /**
     * A stream of choices that must not show in a handout; the contract looks for them there.
     *
     * @param label names what is drawn
     * @return the stream of that fork, at its beginning
     */
    public Draw secret(String label) {
        return new Draw(fork(label).key, secrets);
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "Seed";
    }
}
