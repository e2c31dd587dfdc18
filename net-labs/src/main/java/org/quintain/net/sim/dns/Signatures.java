package org.quintain.net.sim.dns;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsType;

/**
 * Signatures of the simulated DNSSEC ({@link ZoneKey}): RRSIG records in the form of RFC 4034 section 3.1 over the
 * canonical form of sections 3.1.8.1 and 6, with a private algorithm (appendix A.1.1) that says its name.
 */
final class Signatures {
    /** An NSEC record (RFC 4034 section 4). */
    static final int NSEC = 47;
    /** In an NSEC's bitmap: the name does not exist (RFC 9824 section 2.2). */
    private static final int NXNAME = 128;
    /** PRIVATEDNS (RFC 4034 appendix A.1.1). */
    private static final int ALGORITHM = 253;

    private static final byte[] ALGORITHM_NAME =
            DnsName.of("hmac-sha256.quintain.example").wire();
    private static final int FIXED_BYTES = 18;
    private static final int MAC_BYTES = 32;
    private static final long VALID_SECONDS = 14 * 86_400;
    private static final int MAX_TYPE_IN_BITMAP = 255;

    private Signatures() {}

    /** Signs a set, all of one name and type, from now on for two weeks. */
    static DnsRecord sign(ZoneKey key, List<DnsRecord> set, long nowSeconds) {
        DnsRecord first = set.get(0);
        byte[] zone = lower(key.zone().wire());
        ByteBuffer data = ByteBuffer.allocate(FIXED_BYTES + zone.length + ALGORITHM_NAME.length + MAC_BYTES);
        data.putShort((short) first.type())
                .put((byte) ALGORITHM)
                .put((byte) first.name().labelCount())
                .putInt((int) first.ttlSeconds())
                .putInt((int) (nowSeconds + VALID_SECONDS))
                .putInt((int) nowSeconds)
                .putShort((short) 0)
                .put(zone);
        byte[] head = Arrays.copyOf(data.array(), data.position());
        data.put(ALGORITHM_NAME).put(key.sign(canonical(head, set, first.ttlSeconds())));
        return DnsRecord.of(first.name(), DnsType.RRSIG, first.ttlSeconds(), data.array());
    }

    /** Whether a record is a signature, in form, over that set. */
    static boolean isOver(DnsRecord record, DnsName name, int type) {
        byte[] data = record.sharedData();
        return record.isOf(name, DnsType.RRSIG)
                && data.length > FIXED_BYTES
                && ((data[0] & 0xFF) << 8 | data[1] & 0xFF) == type;
    }

    /** Whether one of the signatures over the set is the key's, and holds now. */
    static boolean isSigned(ZoneKey key, RecordSet set, long nowSeconds) {
        for (DnsRecord signature : set.signatures()) {
            if (isRight(key, set.records(), signature.sharedData(), nowSeconds)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRight(ZoneKey key, List<DnsRecord> set, byte[] data, long nowSeconds) {
        byte[] zone = lower(key.zone().wire());
        int headBytes = FIXED_BYTES + zone.length;
        if (data.length != headBytes + ALGORITHM_NAME.length + MAC_BYTES) {
            return false;
        }
        ByteBuffer fields = ByteBuffer.wrap(data);
        long originalTtl = fields.getInt(4) & 0xFFFF_FFFFL;
        long expires = fields.getInt(8) & 0xFFFF_FFFFL;
        long begins = fields.getInt(12) & 0xFFFF_FFFFL;
        byte[] head = Arrays.copyOf(data, headBytes);
        byte[] wanted = key.sign(canonical(head, set, originalTtl));
        return begins <= nowSeconds
                && nowSeconds <= expires
                && MessageDigest.isEqual(wanted, Arrays.copyOfRange(data, data.length - MAC_BYTES, data.length));
    }

    /** The signature's fields, then each record with its original time to live, in the order of their data. */
    private static byte[] canonical(byte[] head, List<DnsRecord> set, long originalTtl) {
        List<DnsRecord> sorted = new ArrayList<>(set);
        sorted.sort((a, b) -> Arrays.compareUnsigned(a.sharedData(), b.sharedData()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head);
        for (DnsRecord record : sorted) {
            byte[] data = record.sharedData();
            out.writeBytes(lower(record.name().wire()));
            out.writeBytes(ByteBuffer.allocate(10)
                    .putShort((short) record.type())
                    .putShort((short) Dns.CLASS_IN)
                    .putInt((int) originalTtl)
                    .putShort((short) data.length)
                    .array());
            out.writeBytes(data);
        }
        return out.toByteArray();
    }

    private static byte[] lower(byte[] wire) {
        for (int i = 0; i < wire.length; i++) {
            if (wire[i] >= 'A' && wire[i] <= 'Z') {
                wire[i] += 'a' - 'A';
            }
        }
        return wire;
    }

    /**
     * An NSEC record made for one denial: nothing stands between the name and the very next one, and the name has only the
     * types given (RFC 9824 section 3; RFC 4034 section 4.1).
     *
     * @param types each 1 to 255; none if the name does not exist
     */
    static DnsRecord denial(DnsName name, long ttlSeconds, List<Integer> types) {
        byte[] owner = lower(name.wire());
        byte[] bitmap = new byte[32];
        set(bitmap, DnsType.RRSIG);
        set(bitmap, NSEC);
        for (int type : types) {
            if (type <= MAX_TYPE_IN_BITMAP) {
                set(bitmap, type);
            }
        }
        if (types.isEmpty()) {
            set(bitmap, NXNAME);
        }
        byte[] data = new byte[2 + owner.length + 2 + bitmap.length];
        data[0] = 1;
        System.arraycopy(owner, 0, data, 2, owner.length);
        data[3 + owner.length] = (byte) bitmap.length;
        System.arraycopy(bitmap, 0, data, 4 + owner.length, bitmap.length);
        return DnsRecord.of(name, NSEC, ttlSeconds, data);
    }

    private static void set(byte[] bitmap, int type) {
        bitmap[type / 8] |= (byte) (0x80 >>> type % 8);
    }

    /** Whether a denial in that form says that the name does not exist, or (not both) has no records of the type. */
    static boolean isDenied(DnsRecord nsec, DnsName name, int type, boolean isNameError) {
        byte[] data = nsec.sharedData();
        if (!nsec.isOf(name, NSEC) || data.length != name.lengthBytes() + 36 || type > MAX_TYPE_IN_BITMAP) {
            return false;
        }
        boolean isAbsent = has(data, NXNAME);
        return isNameError ? isAbsent : !isAbsent && !has(data, type) && !has(data, DnsType.CNAME);
    }

    private static boolean has(byte[] data, int type) {
        return (data[data.length - 32 + type / 8] & 0x80 >>> type % 8) != 0;
    }
}
