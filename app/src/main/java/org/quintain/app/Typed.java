package org.quintain.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quintain.app.forms.TypedValue;
import org.quintain.core.wire.Shape;

/** Values as people type them, as the trees that the shapes read. */
final class Typed {
    private static final int MAX_FILE_BYTES = 1 << 20;

    private Typed() {}

    /**
     * Words parted by spaces; quotation marks and brackets hold words together.
     *
     * @param line for example {@code door.open "front door" [1, 2]}
     * @return the words without their quotation marks; brackets stay
     */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean isQuoted = false;
        boolean isWord = false;
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
                isWord = true;
                word.append(depth > 0 ? "\"" : "");
            } else if (c == '\\' && isQuoted && i + 1 < line.length()) {
                word.append(depth > 0 ? "\\" : "").append(line.charAt(++i));
            } else if (Character.isWhitespace(c) && !isQuoted && depth == 0) {
                if (isWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                isWord = false;
            } else {
                depth += isQuoted ? 0 : c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
                isWord = true;
                word.append(c);
            }
        }
        if (isQuoted) {
            throw Failure.usage("play-open-quote");
        }
        if (isWord) {
            words.add(word.toString());
        }
        return words;
    }

    /**
     * A word as the tree of a declared form.
     *
     * @param shape the form
     * @param word as for {@link TypedValue#tree}, a file's path where a file is wanted
     * @return the tree, not yet checked by the shape
     */
    static Object tree(Shape shape, String word) {
        return TypedValue.tree(shape, word, Typed::file);
    }

    private static Object file(String path) {
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            byte[] content = in.readNBytes(MAX_FILE_BYTES);
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("name", String.valueOf(Path.of(path).getFileName()));
            file.put("mediaType", "application/octet-stream");
            file.put("base64", Base64.getEncoder().encodeToString(content));
            return file;
        } catch (IOException | InvalidPathException cannotRead) {
            throw Failure.io("error-no-file", "file", path);
        }
    }
}
