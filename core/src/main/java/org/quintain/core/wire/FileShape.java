package org.quintain.core.wire;

import java.util.Base64;
import java.util.Map;
import org.quintain.core.Attachment;
import org.quintain.core.Bytes;

/**
 * A file: inline as {@code {"name", "mediaType", "base64"}}, in a handout as {@code {"file": name}}.
 *
 * @param min least number of bytes of content
 * @param max greatest number of bytes of content
 */
public record FileShape(int min, int max) implements Shape {
    @Override
    public Object write(Object value, Links links) {
        return links.linkTo((Attachment) value);
    }

    @Override
    public Object read(Object tree, String at, Links links) {
        if (!(tree instanceof Map<?, ?> map)) {
            throw Refusals.kind(at, "file", tree);
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> link = (Map<String, Object>) map;
        Attachment linked = links.fileOf(link);
        return linked != null ? linked : inline(link, at);
    }

    private Attachment inline(Map<String, Object> link, String at) {
        for (String name : link.keySet()) {
            if (!name.equals("name") && !name.equals("mediaType") && !name.equals("base64")) {
                throw Refusals.of("value-unknown", "at", at, "name", Json.cut(name));
            }
        }
        String base64 = Refusals.text(at + ".base64", "base64", link.get("base64"));
        Refusals.requireSize(at, "bytes", base64.length() / 4L * 3 - padding(base64), min, max);
        return new Attachment(
                Refusals.text(at + ".name", "text", link.get("name")),
                Refusals.text(at + ".mediaType", "text", link.get("mediaType")),
                Bytes.of(decode(base64, at)));
    }

    /** The JDK's decoder takes text without padding and stray bits at the end: only one text stands for some bytes. */
    private static byte[] decode(String base64, String at) {
        try {
            byte[] content = Base64.getDecoder().decode(base64);
            if (Base64.getEncoder().encodeToString(content).equals(base64)) {
                return content;
            }
        } catch (IllegalArgumentException notBase64) {
            throw Refusals.of("value-base64", "at", at);
        }
        throw Refusals.of("value-base64", "at", at);
    }

    private static int padding(String base64) {
        return base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
    }

    @Override
    public Map<String, Object> describe() {
        return Refusals.described("file", min, max);
    }
}
