package org.quintain.net.sim.dns;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.quintain.core.Incubating;
import org.quintain.net.wire.DnsName;

/**
 * By it a zone signs its answers, and a resolver that has it as a trust anchor knows them: a simulation of DNSSEC (RFC
 * 4033, RFC 4034, RFC 4035) with HMAC-SHA256 in place of a public-key signature.
 *
 * <p>What holds as in DNSSEC: who has not got the key makes no signature that is accepted, of an answer or of a denial;
 * unsigned answers for a zone with an anchor are refused; referrals are not signed. What does not: who can verify could
 * sign, so the key stays out of the learner's reach; there is no DNSKEY, no DS and no chain from the root: each zone that
 * is to be trusted has an anchor of its own (RFC 4035 section 5). Of two anchors above a name the nearer one decides.
 */
@Incubating
public final class ZoneKey {
    private static final String ALGORITHM = "HmacSHA256";

    private final DnsName zone;
    private final SecretKeySpec key;

    private ZoneKey(DnsName zone, SecretKeySpec key) {
        this.zone = zone;
        this.key = key;
    }

    /**
     * A zone's key.
     *
     * @param zone the zone's origin
     * @param secret 32 bytes, drawn: {@code setup.seed().secret("zone key").bytes(32)}
     */
    public static ZoneKey of(String zone, byte[] secret) {
        if (secret.length != 32) {
            throw new IllegalArgumentException("32 bytes wanted: length=" + secret.length);
        }
        return new ZoneKey(DnsName.of(zone), new SecretKeySpec(secret, ALGORITHM));
    }

    /** Whose key it is. */
    public DnsName zone() {
        return zone;
    }

    /** 32 bytes over what is signed. */
    byte[] sign(byte[] data) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The zone, never the key. */
    @Override
    public String toString() {
        return "ZoneKey " + zone;
    }
}
