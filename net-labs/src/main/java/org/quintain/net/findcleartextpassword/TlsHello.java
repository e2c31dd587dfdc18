package org.quintain.net.findcleartextpassword;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.quintain.core.derive.Noise;

/** The first message of each side of TLS 1.3, as any dissector reads it (RFC 8446 sections 4.1.2 and 4.1.3). */
final class TlsHello {
    private static final int CLIENT = 1;
    private static final int SERVER = 2;
    private static final int SERVER_NAME = 0;
    private static final int SUPPORTED_GROUPS = 10;
    private static final int SIGNATURE_ALGORITHMS = 13;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int KEY_SHARE = 51;
    private static final int RANDOM_BYTES = 32;

    private TlsHello() {}

    /** A ClientHello with the server's name, which nobody hides in TLS 1.3 (RFC 6066 section 3). */
    static byte[] client(String machine, Noise noise) {
        byte[] name = machine.getBytes(StandardCharsets.US_ASCII);
        byte[] extensions = join(
                extension(SERVER_NAME, join(be16(name.length + 3), new byte[1], be16(name.length), name)),
                extension(SUPPORTED_GROUPS, new byte[] {0, 2, 0, 0x1d}),
                extension(SIGNATURE_ALGORITHMS, new byte[] {0, 2, 8, 4}),
                extension(SUPPORTED_VERSIONS, new byte[] {2, 3, 4}),
                extension(KEY_SHARE, join(be16(RANDOM_BYTES + 4), be16(0x1d), be16(RANDOM_BYTES), random(noise))));
        byte[] suites = {0, 2, 0x13, 1, 1, 0};
        return message(CLIENT, join(hello(noise), suites, be16(extensions.length), extensions));
    }

    /** A ServerHello. */
    static byte[] server(Noise noise) {
        byte[] extensions = join(
                extension(SUPPORTED_VERSIONS, new byte[] {3, 4}),
                extension(KEY_SHARE, join(be16(0x1d), be16(RANDOM_BYTES), random(noise))));
        byte[] suite = {0x13, 1, 0};
        return message(SERVER, join(hello(noise), suite, be16(extensions.length), extensions));
    }

    /** Version, random, and a session id of 32 bytes. */
    private static byte[] hello(Noise noise) {
        return join(be16(0x0303), random(noise), new byte[] {RANDOM_BYTES}, random(noise));
    }

    private static byte[] message(int type, byte[] body) {
        return join(new byte[] {(byte) type, 0}, be16(body.length), body);
    }

    private static byte[] extension(int type, byte[] data) {
        return join(be16(type), be16(data.length), data);
    }

    private static byte[] random(Noise noise) {
        byte[] bytes = new byte[RANDOM_BYTES];
        noise.fill(bytes);
        return bytes;
    }

    static byte[] be16(int number) {
        return new byte[] {(byte) (number >>> 8), (byte) number};
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
