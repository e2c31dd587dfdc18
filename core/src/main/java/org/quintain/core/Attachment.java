package org.quintain.core;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A file that travels with a handout or an answer: base64 on the wire, listed under {@code files} in a handout.
 *
 * @param name a plain file name without folder, 1 to 80 of the characters {@code A-Z a-z 0-9 . _ -}, not starting
 *     or ending with a dot, and no device name of Windows such as {@code con} or {@code nul.txt}
 * @param mediaType its media type (RFC 6838 section 4.2), for example {@code application/vnd.tcpdump.pcap}
 * @param content what is in the file
 */
@Stable
public record Attachment(String name, String mediaType, Bytes content) {
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);
    private static final String RESTRICTED_NAME = "[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}";
    private static final Pattern MEDIA_TYPE = Pattern.compile(RESTRICTED_NAME + "/" + RESTRICTED_NAME);

    /** Refuses a name that is not safe on every platform, and a media type of another form. */
    public Attachment {
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(content, "content");
        if (!isSafeName(name)) {
            throw new RefusedException(Message.of("file-name"));
        }
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new RefusedException(Message.of("file-media-type"));
        }
    }

    private static boolean isSafeName(String name) {
        return name.length() <= 80
                && !name.isEmpty()
                && name.charAt(0) != '.'
                && name.charAt(name.length() - 1) != '.'
                && !DEVICE.matcher(name).matches()
                && name.chars()
                        .allMatch(c -> c >= '0' && c <= '9'
                                || c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c == '.'
                                || c == '_'
                                || c == '-');
    }
}
