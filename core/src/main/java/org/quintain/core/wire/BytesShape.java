package org.quintain.core.wire;

import java.util.HexFormat;
import java.util.Map;
import org.quintain.core.Bytes;

/**
 * Bytes as hexadecimal text.
 *
 * @param min least number of bytes
 * @param max greatest number of bytes
 * @param raw whether the declared type is {@code byte[]} and not {@link Bytes}
 */
public record BytesShape(int min, int max, boolean raw) implements Shape {
    @Override
    public Object write(Object value, Links links) {
        return raw ? HexFormat.of().formatHex((byte[]) value) : ((Bytes) value).toHex();
    }

    @Override
    public Object read(Object tree, String at, Links links) {
        String hex = Refusals.text(at, "hex", tree);
        for (int i = 0; i < hex.length(); i++) {
            if (!HexFormat.isHexDigit(hex.charAt(i))) {
                throw Refusals.of("value-hex", "at", at, "position", i + 1);
            }
        }
        if (hex.length() % 2 != 0) {
            throw Refusals.of("value-hex-odd", "at", at, "found", hex.length());
        }
        Refusals.requireSize(at, "bytes", hex.length() / 2, min, max);
        byte[] bytes = HexFormat.of().parseHex(hex);
        return raw ? bytes : Bytes.of(bytes);
    }

    @Override
    public Map<String, Object> describe() {
        return Refusals.described("bytes", min, max);
    }
}
