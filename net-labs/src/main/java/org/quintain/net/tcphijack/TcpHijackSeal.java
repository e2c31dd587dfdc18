package org.quintain.net.tcphijack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The MAC of a line: the first 8 bytes of {@code HMAC-SHA256(key, session SP number SP command)} (RFC 2104), in hexadecimal.
 *
 * <p>What IPsec does to each packet (RFC 4301 section 4.1: integrity and, by a number, no replay), done to each line:
 *
 * <pre>
 * LAMP 3 ON #17 9f3c02e1a4b5c6d7
 * command    number, MAC
 * </pre>
 *
 * <p>The session's word is drawn by the server for each connection, so that no line of one session counts in another; the
 * number rises from line to line, so that none counts twice.
 */
final class TcpHijackSeal {
    private static final int MAC_BYTES = 8;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * A seal that console and server share.
     *
     * @param key 32 bytes
     */
    TcpHijackSeal(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The line to be sent for a command. */
    String sealed(String session, int number, String command) {
        return command + " #" + number + " " + mac(session, number, command);
    }

    /** The number of a sealed line, 1 or more; 0 if its MAC is wrong or it has none. */
    int numberOf(String session, String line) {
        String[] words = line.split(" ", -1);
        if (words.length < 3 || !words[words.length - 2].matches("#[1-9][0-9]{0,8}")) {
            return 0;
        }
        int number = Integer.parseInt(words[words.length - 2].substring(1));
        byte[] right = mac(session, number, commandOf(line)).getBytes(StandardCharsets.US_ASCII);
        byte[] found = words[words.length - 1].getBytes(StandardCharsets.ISO_8859_1);
        return MessageDigest.isEqual(right, found) ? number : 0;
    }

    /** What stands before number and MAC of a sealed line. */
    static String commandOf(String line) {
        return line.substring(0, line.lastIndexOf(" #"));
    }

    private String mac(String session, int number, String command) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] text = (session + " " + number + " " + command).getBytes(StandardCharsets.ISO_8859_1);
            return HexFormat.of().formatHex(mac.doFinal(text), 0, MAC_BYTES);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
