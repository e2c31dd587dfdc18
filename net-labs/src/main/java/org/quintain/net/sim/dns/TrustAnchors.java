package org.quintain.net.sim.dns;

import java.util.List;
import org.quintain.net.sim.Network;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsSection;

/** Verifies answers by the keys of some zones (RFC 4035 section 5, as {@link ZoneKey} simulates it). */
final class TrustAnchors {
    private static final long MICROS_PER_SECOND = 1_000_000;

    private final Network network;
    private final List<ZoneKey> keys;

    TrustAnchors(Network network, List<ZoneKey> keys) {
        this.network = network;
        this.keys = keys;
    }

    /** The key that decides about a name, or null if there is none: then nothing of it can or need be verified. */
    ZoneKey of(DnsName name) {
        ZoneKey nearest = null;
        for (ZoneKey key : keys) {
            if (name.isUnder(key.zone())
                    && (nearest == null
                            || key.zone().labelCount() > nearest.zone().labelCount())) {
                nearest = key;
            }
        }
        return nearest;
    }

    boolean isVerified(RecordSet set) {
        ZoneKey key = of(set.name());
        return key != null && Signatures.isSigned(key, set, network.now() / MICROS_PER_SECOND);
    }

    /** Whether it is proved that the name does not exist, or has no records of the type (RFC 4035 section 5.4). */
    boolean isDenialVerified(AnswerMessage answer, DnsName name, int type, boolean isNameError) {
        for (RecordSet set : RecordSet.of(answer.section(DnsSection.AUTHORITY), DnsSection.AUTHORITY)) {
            if (set.type() == Signatures.NSEC
                    && Signatures.isDenied(set.records().get(0), name, type, isNameError)
                    && isVerified(set)) {
                return true;
            }
        }
        return false;
    }
}
