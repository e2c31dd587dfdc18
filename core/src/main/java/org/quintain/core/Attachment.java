package org.quintain.core;

import java.util.Objects;

/**
 * A file that travels with a handout or an answer: base64 on the wire, listed under {@code files} in a handout.
 *
 * @param name a plain file name without folder, 1 to 80 of the characters {@code A-Z a-z 0-9 . _ -}, not starting
 *     with a dot
 * @param mediaType its media type (RFC 6838), for example {@code application/vnd.tcpdump.pcap}
 * @param content what is in the file
 */
@Stable
public record Attachment(String name, String mediaType, Bytes content) {
    /** Refuses a name that is not safe on every platform. */
    public Attachment {
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(content, "content");
        if (!isSafeName(name)) {
            throw new RefusedException(Message.of("file-name"));
        }
    }

    private static boolean isSafeName(String name) {
        return name.length() <= 80
                && !name.isEmpty()
                && name.charAt(0) != '.'
                && name.chars()
                        .allMatch(c -> c >= '0' && c <= '9'
                                || c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c == '.'
                                || c == '_'
                                || c == '-');
    }
}
