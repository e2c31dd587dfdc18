package org.quintain.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quintain.core.Bytes;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;
import org.quintain.core.serve.Session;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Brief.Section;
import org.quintain.core.text.Texts;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;
import org.quintain.core.wire.RecordShape;
import org.quintain.core.wire.Shape;
import org.quintain.core.wire.Shapes;
import org.quintain.core.wire.TargetShape;
import org.quintain.core.wire.TargetType;
import org.quintain.core.wire.TextShape;

/** What a person types, as calls of the session's targets. */
final class TargetCalls {
    private final Session<?, ?> session;
    private final Brief brief;
    private final Texts texts;
    private final Shown shown;
    private final Map<String, TargetType> targets = new LinkedHashMap<>();
    private final String spokenTo;
    private final TargetType.Call spoken;
    private long id;

    TargetCalls(Session<?, ?> session, Brief brief, Texts texts, Shown shown) {
        this.session = session;
        this.brief = brief;
        this.texts = texts;
        this.shown = shown;
        for (RecordShape.Component component :
                Shapes.challenge(session.lab().challengeType()).components()) {
            if (component.shape() instanceof TargetShape target) {
                targets.put(component.name(), target.type());
            }
        }
        List<TargetType.Call> spokenCalls = targets.size() != 1
                ? List.of()
                : targets.values().iterator().next().methods().values().stream()
                        .filter(call -> !call.isFree() && isSpoken(call))
                        .toList();
        this.spokenTo = spokenCalls.size() == 1 ? targets.keySet().iterator().next() : null;
        this.spoken = spokenCalls.size() == 1 ? spokenCalls.get(0) : null;
    }

    private static boolean isSpoken(TargetType.Call call) {
        return call.parameters().size() == 1 && call.parameters().get(0) instanceof TextShape;
    }

    /** How to call the targets, for help. */
    String howTo() {
        if (targets.isEmpty()) {
            return texts.say("play-no-target");
        }
        if (spoken != null) {
            return texts.say("play-say", "target", spokenTo);
        }
        List<String> lines = new ArrayList<>(List.of(texts.say("play-call")));
        targets.forEach((name, type) ->
                type.methods().forEach((method, call) -> lines.add("  " + signature(name, method, call))));
        return String.join("\n", lines);
    }

    private String signature(String target, String method, TargetType.Call call) {
        StringBuilder line = new StringBuilder(target).append('.').append(method);
        for (int i = 0; i < call.parameters().size(); i++) {
            String kind = String.valueOf(call.parameters().get(i).describe().get("type"));
            line.append(' ').append(call.parameterNames().get(i));
            line.append(" (").append(texts.say("form-" + kind)).append(')');
        }
        return line.toString();
    }

    /**
     * Carries out what was typed.
     *
     * @param line not empty
     * @return the reply in words
     */
    String say(String line) {
        try {
            if (spoken != null) {
                return exchange(spokenTo, spoken, List.of(line));
            }
            return call(Typed.words(line));
        } catch (RefusedException badForm) {
            return shown.say(badForm.why());
        } catch (Failure notUnderstood) {
            return texts.say(notUnderstood.why());
        }
    }

    private String call(List<String> words) {
        if (targets.isEmpty()) {
            return texts.say("play-no-target");
        }
        String name = words.get(0);
        int dot = name.lastIndexOf('.');
        String target = dot < 0 && targets.size() == 1
                ? targets.keySet().iterator().next()
                : name.substring(0, Math.max(dot, 0));
        TargetType type = targets.get(target);
        TargetType.Call call = type == null ? null : type.methods().get(name.substring(dot + 1));
        if (call == null) {
            throw unknown(name);
        }
        List<Shape> parameters = call.parameters();
        if (words.size() - 1 != parameters.size()) {
            throw Failure.usage(
                    "play-arguments",
                    "call",
                    signature(target, name.substring(dot + 1), call),
                    "found",
                    words.size() - 1);
        }
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            arguments.add(Typed.tree(parameters.get(i), words.get(i + 1)));
        }
        return exchange(target, call, arguments);
    }

    private Failure unknown(String name) {
        List<String> known = new ArrayList<>();
        targets.forEach((target, type) -> type.methods().keySet().forEach(method -> known.add(target + "." + method)));
        List<String> near = UsageErrors.nearest(name, known);
        return Failure.usage(
                "play-unknown-call", "found", name, "words", String.join(", ", near.isEmpty() ? known : near));
    }

    private String exchange(String target, TargetType.Call call, List<Object> arguments) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", ++id);
        fields.put("on", target);
        fields.put("call", call.method().getName());
        fields.put("args", arguments);
        Map<String, Object> reply = Json.parseObject(Bytes.utf8(session.call(Json.write(fields))), Limits.OWN_FILE);
        if (reply.get("error") != null) {
            return refusal(reply);
        }
        Object result = reply.get("result");
        if (call.result() instanceof TargetShape returned && result instanceof Map<?, ?> handle) {
            String name = String.valueOf(handle.get("target"));
            targets.putIfAbsent(name, returned.type());
            return texts.say("play-new-target", "target", name);
        }
        return shown.result(call.result(), result);
    }

    private String refusal(Map<String, Object> reply) {
        Map<?, ?> fields = (Map<?, ?>) reply.get("message");
        SortedMap<String, String> arguments = new TreeMap<>();
        ((Map<?, ?>) fields.get("arguments")).forEach((name, value) -> arguments.put((String) name, (String) value));
        Message why = new Message((String) fields.get("key"), arguments);
        boolean hasWords = brief.entries(Section.VERDICTS).containsKey(why.key())
                || Texts.core(brief.language()).places(why.key()).isPresent();
        return hasWords ? shown.say(why) : texts.say("play-refused") + " " + shown.say(why);
    }
}
