package org.quintain.crypto.hashlengthextension;

import java.security.MessageDigest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quintain.core.Bytes;
import org.quintain.core.Meter;
import org.quintain.crypto.hashlengthextension.HashLengthExtensionLab.Observatory;
import org.quintain.crypto.hashlengthextension.HashLengthExtensionLab.Reply;

/** The server of either twin, which differ in their MAC alone; it remembers what it signed and did, for the checker. */
final class HashLengthExtensionTarget implements Observatory {
    private final HashLengthExtensionMac mac;
    private final int uid;
    private final Meter meter;
    private final Set<Bytes> signed = new LinkedHashSet<>();
    private int tries;
    private boolean isDomeOpen;

    /**
     * A server with its key.
     *
     * @param mac with the key
     * @param first the request that the visitor holds signed from the start
     * @param meter of this run
     */
    HashLengthExtensionTarget(HashLengthExtensionMac mac, HashLengthExtensionRequest first, Meter meter) {
        this.mac = mac;
        this.uid = first.uid();
        this.meter = meter;
        signed.add(Bytes.utf8(first.text()));
    }

    @Override
    public Bytes sign(byte[] request) {
        meter.query();
        HashLengthExtensionRequest.requireVisitors(request, uid);
        signed.add(Bytes.of(request));
        return Bytes.of(mac.tag(request));
    }

    @Override
    public Reply exec(byte[] request, byte[] received) {
        meter.query();
        tries += isDomeOpen ? 0 : 1;
        if (!isRight(request, received)) {
            return new Reply(false, List.of());
        }
        List<String> done = HashLengthExtensionRequest.known(request);
        isDomeOpen |= done.contains(HashLengthExtensionRequest.OPEN_DOME);
        return new Reply(true, done);
    }

    /** Whether a MAC is right, compared in constant time: {@code Arrays.equals} would let it be found byte by byte. */
    boolean isRight(byte[] request, byte[] received) {
        return MessageDigest.isEqual(mac.tag(request), received);
    }

    boolean hasSigned(Bytes request) {
        return signed.contains(request);
    }

    /** The longest of the signed requests that a request begins with. */
    Optional<Bytes> longestSignedStart(Bytes request) {
        Bytes longest = null;
        for (Bytes one : signed) {
            boolean isStart = one.sizeBytes() <= request.sizeBytes()
                    && Bytes.of(request.toArray(), 0, one.sizeBytes()).equals(one);
            if (isStart && (longest == null || one.sizeBytes() > longest.sizeBytes())) {
                longest = one;
            }
        }
        return Optional.ofNullable(longest);
    }

    /** Calls of {@link #exec}, the one that opened the dome being the last that counts. */
    int tries() {
        return tries;
    }

    boolean isDomeOpen() {
        return isDomeOpen;
    }
}
