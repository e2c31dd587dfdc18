package org.quintain.core.contract;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quintain.core.Attachment;

/** Looks for secrets in a handout: raw, hexadecimal, base64, decimal, and reversed. */
final class LeakScan {
    private static final int MIN_BYTES = 8;

    private LeakScan() {}

    /** The form in which a secret occurs, or empty. */
    static Optional<String> leak(List<byte[]> secrets, String handout, List<Attachment> files) {
        List<String> places = new ArrayList<>();
        places.add(handout.toLowerCase(Locale.ROOT));
        List<String> exact = new ArrayList<>();
        exact.add(handout);
        for (Attachment file : files) {
            String content = new String(file.content().toArray(), StandardCharsets.ISO_8859_1);
            exact.add(content);
            places.add(content.toLowerCase(Locale.ROOT));
        }
        for (byte[] secret : secrets) {
            if (secret.length >= MIN_BYTES) {
                for (Map.Entry<String, String> form : forms(secret).entrySet()) {
                    List<String> where = form.getKey().contains("hexadecimal") ? places : exact;
                    if (where.stream().anyMatch(text -> text.contains(form.getValue()))) {
                        return Optional.of(form.getKey());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> forms(byte[] secret) {
        byte[] reversed = new byte[secret.length];
        for (int i = 0; i < secret.length; i++) {
            reversed[i] = secret[secret.length - 1 - i];
        }
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("raw bytes", new String(secret, StandardCharsets.ISO_8859_1));
        forms.put("reversed raw bytes", new String(reversed, StandardCharsets.ISO_8859_1));
        forms.put("text", new String(secret, StandardCharsets.UTF_8));
        forms.put("hexadecimal", HexFormat.of().formatHex(secret));
        forms.put("reversed hexadecimal", HexFormat.of().formatHex(reversed));
        // Whole groups of three bytes are encoded alike whatever follows them; what is left over is not.
        forms.put("base64", Base64.getEncoder().encodeToString(aligned(secret)));
        forms.put("base64url", Base64.getUrlEncoder().encodeToString(aligned(secret)));
        forms.put("decimal", new BigInteger(1, secret).toString());
        return forms;
    }

    private static byte[] aligned(byte[] secret) {
        return java.util.Arrays.copyOf(secret, secret.length / 3 * 3);
    }
}
