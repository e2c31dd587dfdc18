package org.quintain.net.findcleartextpassword;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.quintain.core.derive.Noise;
import org.quintain.net.sim.tcp.TcpConnection;
import org.quintain.net.sim.tcp.TcpHandler;

/**
 * One end of an encrypted session: records as in TLS 1.3 (RFC 8446 section 5.2) under AES-128-GCM, one key for each direction.
 *
 * <p>Simplified: both ends hold the keys before they begin, so the hellos only look as they should and no certificate is
 * shown. Whoever does not hold the keys can neither read nor write a record.
 */
abstract class Tunnel implements TcpHandler {
    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int HANDSHAKE = 22;
    private static final int APPLICATION_DATA = 23;
    private static final int HEADER_BYTES = 5;
    private static final int TAG_BITS = 128;
    private static final String FINISHED = "finished, and we hold the same keys";

    private final byte[] sendKey;
    private final byte[] receiveKey;
    private final boolean isClient;
    private final String machine;
    private final Noise noise;
    private byte[] waiting = {};
    private long sent;
    private long received;
    private TcpConnection connection;

    /**
     * An end.
     *
     * @param key 32 bytes: 16 for what the client says, 16 for what the server says
     * @param isClient which end
     * @param machine the server's name
     * @param noise of the hello
     */
    Tunnel(byte[] key, boolean isClient, String machine, Noise noise) {
        byte[] clientKey = Arrays.copyOf(key, 16);
        byte[] serverKey = Arrays.copyOfRange(key, 16, 32);
        this.sendKey = isClient ? clientKey : serverKey;
        this.receiveKey = isClient ? serverKey : clientKey;
        this.isClient = isClient;
        this.machine = machine;
        this.noise = noise;
    }

    /** The other end has shown that it holds the keys. */
    abstract void opened();

    /** The other end has said something. */
    abstract void heard(String text);

    /** Says something, ISO 8859-1; nothing if it is empty. */
    final void say(String text) {
        if (!text.isEmpty()) {
            connection.send(sealed(text));
        }
    }

    final void close() {
        connection.close();
    }

    @Override
    public final void connected(TcpConnection opened) {
        connection = opened;
        if (isClient) {
            opened.send(record(HANDSHAKE, TlsHello.client(machine, noise)));
        }
    }

    @Override
    public final void data(TcpConnection from, byte[] array, int offset, int lengthBytes) {
        waiting = TlsHello.join(waiting, Arrays.copyOfRange(array, offset, offset + lengthBytes));
        while (waiting.length >= HEADER_BYTES) {
            int end = HEADER_BYTES + ((waiting[3] & 0xFF) << 8 | waiting[4] & 0xFF);
            if (waiting.length < end) {
                return;
            }
            byte[] record = Arrays.copyOf(waiting, end);
            waiting = Arrays.copyOfRange(waiting, end, waiting.length);
            take(record);
        }
    }

    private void take(byte[] record) {
        if (record[0] == HANDSHAKE && !isClient) {
            connection.send(TlsHello.join(
                    record(HANDSHAKE, TlsHello.server(noise)),
                    record(CHANGE_CIPHER_SPEC, new byte[] {1}),
                    sealed(FINISHED)));
        } else if (record[0] == APPLICATION_DATA) {
            boolean isFirst = received == 0;
            String text = open(record);
            if (text == null || isFirst && !text.equals(FINISHED)) {
                connection.abort();
            } else if (!isFirst) {
                heard(text);
            } else {
                if (isClient) {
                    connection.send(TlsHello.join(record(CHANGE_CIPHER_SPEC, new byte[] {1}), sealed(FINISHED)));
                }
                opened();
            }
        }
    }

    private static byte[] record(int type, byte[] content) {
        return TlsHello.join(new byte[] {(byte) type, 3, 3}, TlsHello.be16(content.length), content);
    }

    private byte[] sealed(String text) {
        byte[] clear = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] head = record(APPLICATION_DATA, new byte[clear.length + TAG_BITS / 8]);
        try {
            byte[] content = cipher(Cipher.ENCRYPT_MODE, sendKey, sent++, head).doFinal(clear);
            return record(APPLICATION_DATA, content);
        } catch (GeneralSecurityException noGcm) {
            throw new IllegalStateException(noGcm);
        }
    }

    /** What is in a record, or null if it was made without the key. */
    private String open(byte[] record) {
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, receiveKey, received++, record);
            byte[] clear = cipher.doFinal(record, HEADER_BYTES, record.length - HEADER_BYTES);
            return new String(clear, StandardCharsets.ISO_8859_1);
        } catch (AEADBadTagException forged) {
            return null;
        } catch (GeneralSecurityException noGcm) {
            throw new IllegalStateException(noGcm);
        }
    }

    /** The record's number is its nonce (RFC 8446 section 5.3), its header is authenticated with it (5.2). */
    private static Cipher cipher(int mode, byte[] key, long number, byte[] record) throws GeneralSecurityException {
        byte[] nonce = new byte[12];
        for (int i = 0; i < 8; i++) {
            nonce[11 - i] = (byte) (number >>> 8 * i);
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(record, 0, HEADER_BYTES);
        return cipher;
    }
}
