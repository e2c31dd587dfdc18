package org.quintain.core.grade;

import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonNodeFactory;
import dev.harrel.jsonschema.SimpleType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quintain.core.Bytes;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;

/**
 * A tree of our own reader as the schema validator wants it, so that the validator needs no parser and no library.
 *
 * @param tree as {@link Json#parse} gives it
 * @param pointer where it stands (RFC 6901)
 */
record PlainNode(Object tree, String pointer) implements JsonNode {
    static final class Factory implements JsonNodeFactory {
        @Override
        public JsonNode wrap(Object tree) {
            return tree instanceof JsonNode node ? node : new PlainNode(tree, "");
        }

        @Override
        public JsonNode create(String json) {
            return new PlainNode(Json.parse(Bytes.utf8(json), Limits.OWN_FILE), "");
        }
    }

    @Override
    public String getJsonPointer() {
        return pointer;
    }

    @Override
    public SimpleType getNodeType() {
        if (tree instanceof Map<?, ?>) {
            return SimpleType.OBJECT;
        }
        if (tree instanceof List<?>) {
            return SimpleType.ARRAY;
        }
        if (tree instanceof String) {
            return SimpleType.STRING;
        }
        if (tree instanceof Boolean) {
            return SimpleType.BOOLEAN;
        }
        return tree == Json.NULL ? SimpleType.NULL : SimpleType.INTEGER;
    }

    @Override
    public boolean asBoolean() {
        return (Boolean) tree;
    }

    @Override
    public String asString() {
        return String.valueOf(tree);
    }

    @Override
    public BigInteger asInteger() {
        return new BigInteger(tree.toString());
    }

    @Override
    public BigDecimal asNumber() {
        return new BigDecimal(tree.toString());
    }

    @Override
    public List<JsonNode> asArray() {
        List<JsonNode> nodes = new ArrayList<>();
        for (Object element : (List<?>) tree) {
            nodes.add(new PlainNode(element, pointer + "/" + nodes.size()));
        }
        return nodes;
    }

    @Override
    public Map<String, JsonNode> asObject() {
        Map<String, JsonNode> nodes = new LinkedHashMap<>();
        ((Map<?, ?>) tree)
                .forEach((name, value) -> nodes.put(
                        (String) name,
                        new PlainNode(value, pointer + "/" + JsonNode.encodeJsonPointer((String) name))));
        return nodes;
    }

    /** By value alone: a constant in a schema stands elsewhere than the value that it is compared with. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PlainNode that && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }
}
