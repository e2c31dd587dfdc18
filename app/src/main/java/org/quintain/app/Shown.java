package org.quintain.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quintain.core.Attachment;
import org.quintain.core.Lab;
import org.quintain.core.Message;
import org.quintain.core.serve.Session;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Brief.Section;
import org.quintain.core.text.Clean;
import org.quintain.core.text.Texts;
import org.quintain.core.wire.EnumShape;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Links;
import org.quintain.core.wire.ListShape;
import org.quintain.core.wire.OptionalShape;
import org.quintain.core.wire.RecordShape;
import org.quintain.core.wire.Shape;
import org.quintain.core.wire.Shapes;
import org.quintain.core.wire.TargetShape;
import org.quintain.core.wire.VoidShape;

/** Wire forms and messages in words for people. */
final class Shown {
    private static final String SAYS = "says";
    private static final int MAX_CODE_POINTS = 100_000;

    /** Files by name and size instead of by content. */
    private static final Links FILES_BY_NAME = new Links() {
        @Override
        public Map<String, Object> linkTo(Attachment file) {
            Map<String, Object> link = new TreeMap<>();
            link.put("name", file.name());
            link.put("size", (long) file.content().sizeBytes());
            return link;
        }
    };

    private final Brief brief;
    private final Texts texts;

    Shown(Brief brief, Texts texts) {
        this.brief = brief;
        this.texts = texts;
    }

    /** The words for a message of the lab or of core. */
    String say(Message message) {
        return brief.say(message);
    }

    /** The data of a challenge, one {@code name: value} a line, without its targets. */
    String challenge(Session<?, ?> session) {
        Lab<?, ?> lab = session.lab();
        List<String> lines = new ArrayList<>();
        for (RecordShape.Component component :
                Shapes.challenge(lab.challengeType()).components()) {
            if (!(component.shape() instanceof TargetShape)) {
                Object tree = component.shape().write(get(component, session.challenge()), FILES_BY_NAME);
                lines.addAll(field(component, tree));
            }
        }
        return String.join("\n", lines);
    }

    private static Object get(RecordShape.Component component, Record of) {
        try {
            return component.accessor().invoke(of);
        } catch (ReflectiveOperationException accessorFailed) {
            throw new IllegalStateException(accessorFailed);
        }
    }

    /**
     * The result of a call.
     *
     * @param shape its declared form
     * @param tree its wire form
     * @return one line or more
     */
    String result(Shape shape, Object tree) {
        if (shape instanceof VoidShape) {
            return texts.say("play-done");
        }
        if (shape instanceof RecordShape record && tree instanceof Map<?, ?> fields) {
            return message(record, fields).map(brief::say).orElseGet(() -> String.join("\n", fields(record, fields)));
        }
        return value("result", shape, tree);
    }

    /** A record with a component {@code String says} is a message whose arguments are the other components. */
    private Optional<Message> message(RecordShape record, Map<?, ?> fields) {
        if (!(fields.get(SAYS) instanceof String key) || brief.places(key).isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, String> arguments = new TreeMap<>();
        for (RecordShape.Component component : record.components()) {
            if (!component.name().equals(SAYS)) {
                arguments.put(
                        kebab(component.name()),
                        value(component.name(), component.shape(), fields.get(component.name())));
            }
        }
        return Optional.of(new Message(key, arguments));
    }

    private List<String> fields(RecordShape record, Map<?, ?> fields) {
        List<String> lines = new ArrayList<>();
        for (RecordShape.Component component : record.components()) {
            lines.addAll(field(component, fields.get(component.name())));
        }
        return lines;
    }

    private List<String> field(RecordShape.Component component, Object tree) {
        String name = component.name();
        if (component.shape() instanceof RecordShape record && tree instanceof Map<?, ?> inner) {
            List<String> lines = new ArrayList<>(List.of(label(name)));
            fields(record, inner).forEach(line -> lines.add("  " + line));
            return lines;
        }
        if (component.shape() instanceof ListShape list
                && list.of() instanceof RecordShape record
                && tree instanceof List<?> elements) {
            List<String> lines = new ArrayList<>(List.of(label(name)));
            for (Object element : elements) {
                lines.add("  " + inLine(record, (Map<?, ?>) element));
            }
            return lines;
        }
        return List.of(label(name) + " " + value(name, component.shape(), tree));
    }

    private String label(String name) {
        return texts.say("play-label", "name", name);
    }

    private String inLine(RecordShape record, Map<?, ?> fields) {
        return message(record, fields).map(brief::say).orElseGet(() -> String.join("; ", fields(record, fields)));
    }

    private String value(String name, Shape shape, Object tree) {
        if (tree == null || tree == Json.NULL) {
            return texts.say("play-nothing");
        }
        if (shape instanceof OptionalShape optional) {
            return value(name, optional.of(), tree);
        }
        if (shape instanceof ListShape list && tree instanceof List<?> elements) {
            return elements.isEmpty()
                    ? texts.say("play-nothing")
                    : elements.stream()
                            .map(element -> value(name, list.of(), element))
                            .collect(Collectors.joining(", "));
        }
        if (shape instanceof EnumShape) {
            return brief.entries(Section.VERDICTS).getOrDefault(kebab(name) + "-" + tree, String.valueOf(tree));
        }
        if (shape instanceof RecordShape record && tree instanceof Map<?, ?> inner) {
            return inLine(record, inner);
        }
        if (tree instanceof Boolean truth) {
            return texts.say(truth ? "play-true" : "play-false");
        }
        if (tree instanceof Map<?, ?> file && file.get("name") != null) {
            return texts.say("play-file", "name", file.get("name"), "size", file.get("size"));
        }
        return Clean.line(String.valueOf(tree), MAX_CODE_POINTS);
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
