package org.quintain.core.serve;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.quintain.core.Attachment;
import org.quintain.core.BudgetExhaustedException;
import org.quintain.core.Bytes;
import org.quintain.core.Message;
import org.quintain.core.Outcome;
import org.quintain.core.RefusedException;
import org.quintain.core.Stable;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;
import org.quintain.core.wire.Links;
import org.quintain.core.wire.RecordShape;
import org.quintain.core.wire.Shapes;
import org.quintain.core.wire.TargetShape;
import org.quintain.core.wire.TargetType;

/** A session that lives elsewhere, behind the same interfaces: an attack cannot tell the difference. */
@Stable
public final class Remote {
    private final Transport transport;
    private final AtomicLong ids = new AtomicLong();
    private final Map<String, TargetType> types = new LinkedHashMap<>();

    private Remote(Transport transport) {
        this.transport = transport;
    }

    /**
     * Fetches the challenge; calls of its targets go over the transport.
     *
     * <p>Calls throw what the target throws there: {@link RefusedException}, {@link BudgetExhaustedException}; for
     * anything else an {@link IllegalStateException} that names the error code.
     *
     * @param challengeType the challenge's record class
     * @param to carries the calls to a {@link Session#call}
     * @param <C> type of the challenge
     * @return the challenge
     */
    public static <C extends Record> C connect(Class<C> challengeType, Transport to) {
        Remote remote = new Remote(to);
        Object tree = remote.call(Dispatcher.SESSION, "challenge", List.of());
        return remote.bind(challengeType, tree, List.of());
    }

    /**
     * Binds a handout's data to targets behind a transport.
     *
     * @param challengeType the challenge's record class
     * @param data wire form of the data, without the targets
     * @param files files that the data names
     * @param to carries the calls
     */
    static <C extends Record> C bind(
            Class<C> challengeType, Map<String, Object> data, List<Attachment> files, Transport to) {
        Map<String, Object> whole = new LinkedHashMap<>(data);
        for (RecordShape.Component component : Shapes.challenge(challengeType).components()) {
            if (component.shape() instanceof TargetShape) {
                whole.put(component.name(), Map.of("target", component.name()));
            }
        }
        return new Remote(to).bind(challengeType, whole, files);
    }

    /**
     * Hands in an answer.
     *
     * @param to carries the call to a {@link Session#call}
     * @param answer the answer
     * @return what became of it
     */
    public static Outcome submit(Transport to, Record answer) {
        Object tree = Shapes.answer(answer.getClass()).write(answer, Links.NONE);
        Object reply = new Remote(to).call(Dispatcher.SESSION, "submit", List.of(tree));
        if (!(reply instanceof Map<?, ?>)) {
            throw new IllegalStateException("an outcome wanted as the reply to a submission");
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> fields = (Map<String, Object>) reply;
        return OutcomeJson.read(fields);
    }

    private <C extends Record> C bind(Class<C> challengeType, Object tree, List<Attachment> files) {
        RecordShape shape = Shapes.challenge(challengeType);
        for (RecordShape.Component component : shape.components()) {
            if (component.shape() instanceof TargetShape target) {
                remember(target.type());
            }
        }
        return challengeType.cast(shape.read(tree, "", new ProxyLinks(files)));
    }

    private void remember(TargetType type) {
        if (types.put(type.type().getName(), type) == null) {
            for (TargetType.Call call : type.methods().values()) {
                if (call.result() instanceof TargetShape returned) {
                    remember(returned.type());
                }
            }
        }
    }

    private Object call(String on, String name, List<Object> arguments) {
        long id = ids.incrementAndGet();
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("id", id);
        call.put("on", on);
        call.put("call", name);
        call.put("args", arguments);
        Map<String, Object> reply = parse(transport.exchange(Json.write(call)));
        if (!Long.valueOf(id).equals(reply.get("id"))) {
            throw noReply("id", null);
        }
        if (reply.keySet().equals(Set.of("id", "result"))) {
            return reply.get("result");
        }
        if (reply.keySet().equals(Set.of("id", "error", "message")) && reply.get("error") instanceof String code) {
            throw error(code, message(reply.get("message")));
        }
        throw noReply("fields", null);
    }

    private static Message message(Object tree) {
        try {
            return OutcomeJson.readMessage(tree);
        } catch (ClassCastException | NullPointerException | IllegalArgumentException otherForm) {
            throw noReply("message", otherForm);
        }
    }

    /** The transport's fault, which must not look like a refusal of the target. */
    private static IllegalStateException noReply(String what, RuntimeException cause) {
        return new IllegalStateException("a reply to the call wanted: " + what + " of another form", cause);
    }

    private static Map<String, Object> parse(String reply) {
        try {
            return Json.parseObject(Bytes.utf8(reply), Limits.OWN_FILE);
        } catch (RefusedException notJson) {
            throw noReply("JSON", notJson);
        }
    }

    private static RuntimeException error(String code, Message why) {
        return switch (code) {
            case "refused", "bad-call" -> new RefusedException(why);
            case "budget-exhausted" ->
                new BudgetExhaustedException(why.arguments().getOrDefault("limit", "budget"));
            default ->
                new IllegalStateException("an answer of the target wanted: error=" + code + " " + why.arguments());
        };
    }

    private final class ProxyLinks implements Links {
        private final List<Attachment> files;

        ProxyLinks(List<Attachment> files) {
            this.files = files;
        }

        @Override
        public Object targetOf(String handle, Class<?> type) {
            TargetType target = types.get(type.getName());
            return Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, new TargetProxy(handle, target, this));
        }

        @Override
        public Attachment fileOf(Map<String, Object> link) {
            return files.stream()
                    .filter(file -> link.size() == 1 && file.name().equals(link.get("file")))
                    .findFirst()
                    .orElse(null);
        }
    }

    private final class TargetProxy implements InvocationHandler {
        private final String handle;
        private final TargetType type;
        private final Links links;

        TargetProxy(String handle, TargetType type, Links links) {
            this.handle = handle;
            this.type = type;
            this.links = links;
        }

        @Override
        public Object invoke(Object self, Method method, Object[] values) {
            if (method.getDeclaringClass() == Object.class) {
                return ofObject(self, method.getName(), values);
            }
            TargetType.Call call = type.methods().get(method.getName());
            List<Object> arguments = new ArrayList<>();
            for (int i = 0; i < call.parameters().size(); i++) {
                arguments.add(call.parameters().get(i).write(values[i], Links.NONE));
            }
            return call.result().read(Remote.this.call(handle, method.getName(), arguments), "result", links);
        }

        private Object ofObject(Object self, String name, Object[] values) {
            return switch (name) {
                case "equals" -> self == values[0];
                case "hashCode" -> handle.hashCode();
                default -> "remote " + handle;
            };
        }
    }
}
