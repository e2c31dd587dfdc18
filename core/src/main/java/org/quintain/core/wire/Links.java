package org.quintain.core.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.quintain.core.Attachment;

/** How the two things that are more than data travel: targets as handles, files as base64 or as names. */
public interface Links {
    /** Data only: targets are refused, files travel inline. */
    Links NONE = new Links() {};

    /**
     * The handle under which the other side may call a target.
     *
     * @param target the object
     * @param type the declared interface, which decides what is callable
     * @return the handle, the same for the same object
     */
    default String handleOf(Object target, Class<?> type) {
        throw new IllegalArgumentException("a value without targets wanted: type=" + type.getName());
    }

    /**
     * The target behind a handle, on the calling side.
     *
     * @param handle as sent by the other side
     * @param type the declared interface
     * @return an object of that interface
     */
    default Object targetOf(String handle, Class<?> type) {
        throw new IllegalArgumentException("a value without targets wanted: type=" + type.getName());
    }

    /**
     * The wire form of a file.
     *
     * @param file the file
     * @return {@code {"name", "mediaType", "base64"}}, or another object that {@link #fileOf} understands
     */
    default Map<String, Object> linkTo(Attachment file) {
        Map<String, Object> inline = new LinkedHashMap<>();
        inline.put("name", file.name());
        inline.put("mediaType", file.mediaType());
        inline.put(
                "base64",
                java.util.Base64.getEncoder().encodeToString(file.content().toArray()));
        return inline;
    }

    /**
     * The file behind a wire form that is not inline.
     *
     * @param link the object read
     * @return the file, or null if the form must be inline
     */
    default Attachment fileOf(Map<String, Object> link) {
        return null;
    }
}
