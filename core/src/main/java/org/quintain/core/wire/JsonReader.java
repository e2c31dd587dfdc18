package org.quintain.core.wire;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quintain.core.Bytes;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads one strict document by streaming, within its limits; see {@link Json}. */
final class JsonReader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JsonParser parser;
    private final Limits limits;

    private JsonReader(JsonParser parser, Limits limits) {
        this.parser = parser;
        this.limits = limits;
    }

    /** The value of a document; a {@code json-…} refusal for everything else. */
    static Object read(Bytes document, Limits limits, JsonFactory factory) {
        if (document.sizeBytes() > limits.sizeBytes()) {
            throw refused("json-too-large", "limit", limits.sizeBytes(), "found", document.sizeBytes());
        }
        String text = decode(document.toArray());
        if (text.isBlank()) {
            throw refused("json-empty");
        }
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            Object value = new JsonReader(parser, limits).value(1);
            if (parser.nextToken() != null) {
                throw at("json-trailing", parser.currentTokenLocation());
            }
            return value;
        } catch (JacksonException notJson) {
            throw at("json-syntax", notJson.getLocation());
        }
    }

    private static String decode(byte[] bytes) {
        if (bytes.length >= 2 && (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE))) {
            throw refused("json-utf16");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw refused("json-encoding");
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }

    private Object value(int depth) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(deeper(depth));
            case START_ARRAY -> array(deeper(depth));
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT -> number();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> Json.NULL;
            case VALUE_NUMBER_FLOAT -> throw at("json-fraction", parser.currentTokenLocation());
            default -> throw at("json-syntax", parser.currentTokenLocation());
        };
    }

    private int deeper(int depth) {
        if (depth > limits.depth()) {
            throw refused("json-depth", "limit", limits.depth());
        }
        return depth + 1;
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (name.chars().anyMatch(c -> c < ' ')) {
                throw at("json-name-control", parser.currentTokenLocation());
            }
            requireTextSize(name);
            refuseLoneSurrogates(name);
            parser.nextToken();
            if (object.put(name, value(depth)) != null) {
                throw refused("json-duplicate", "name", Json.cut(name));
            }
        }
        return object;
    }

    private List<Object> array(int depth) {
        List<Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(depth));
        }
        return array;
    }

    private String text() {
        String text = parser.getString();
        requireTextSize(text);
        refuseLoneSurrogates(text);
        return text;
    }

    private void requireTextSize(String text) {
        if (text.length() > limits.textCodePoints()) {
            int found = text.codePointCount(0, text.length());
            if (found > limits.textCodePoints()) {
                throw refused("json-text-size", "limit", limits.textCodePoints(), "found", found);
            }
        }
    }

    private static void refuseLoneSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    throw refused("json-surrogate");
                }
                i++;
            }
        }
    }

    private Object number() {
        String digits = parser.getString();
        int found = digits.startsWith("-") ? digits.length() - 1 : digits.length();
        if (found > limits.digits()) {
            throw refused("json-digits", "limit", limits.digits(), "found", found);
        }
        if (found <= 18) {
            return Long.valueOf(digits);
        }
        return new BigInteger(digits);
    }

    private static RefusedException refused(String key, Object... arguments) {
        return new RefusedException(Message.of(key, arguments));
    }

    private static RefusedException at(String key, TokenStreamLocation location) {
        return refused(key, "line", location.getLineNr(), "column", location.getColumnNr());
    }
}
