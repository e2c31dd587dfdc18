package org.quintain.core.serve;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.quintain.core.BudgetExhaustedException;
import org.quintain.core.Bytes;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;
import org.quintain.core.text.Clean;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;
import org.quintain.core.wire.Links;
import org.quintain.core.wire.RecordShape;
import org.quintain.core.wire.TargetShape;
import org.quintain.core.wire.TargetType;

/**
 * Target calls as JSON: one object in, one object out, transport-free.
 *
 * <pre>
 * {"id":1,"on":"oracle","call":"isPaddingValid","args":["00…","…"]}
 * {"id":1,"result":true}
 * {"id":1,"error":"refused","message":{"key":"…","arguments":{}}}
 * </pre>
 *
 * <p>Error codes: {@code bad-call}, {@code no-such-target}, {@code no-such-call}, {@code refused}, {@code
 * budget-exhausted}, {@code target-faulted}. A returned target travels as {@code {"target":"conversation#1"}}: one handle
 * an object, at most 64 live at once; its method {@code close} frees it. The declared interface decides what is
 * callable, never the object's class. The name {@code session} is the session's own. The reply repeats an {@code id} that
 * is a whole number; otherwise its {@code id} is null.
 */
public final class Dispatcher {
    /** Live handles of returned targets at once. */
    public static final int MAX_HANDLES = 64;

    /** The name under which the session itself is called: {@code challenge}, {@code usage}, {@code submit}. */
    static final String SESSION = "session";

    private record Handle(Object target, TargetType type) {}

    /**
     * A call of the session itself.
     *
     * @param arguments how many it takes
     * @param body what it does
     */
    record Own(int arguments, Function<List<Object>, Object> body) {}

    /**
     * A reply, and whether the call reached a target or the session: one that did not has changed nothing.
     *
     * @param line the reply
     * @param isReached false for {@code bad-call}, {@code no-such-target} and {@code no-such-call}
     */
    record Reply(String line, boolean isReached) {}

    private final Map<String, Handle> handles = new HashMap<>();
    private final Map<Object, String> names = new IdentityHashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, TargetType> types = new HashMap<>();
    private final Map<String, Own> sessionCalls;
    private final int fixedHandles;
    private final Links links = new HandleLinks();

    Dispatcher(RecordShape shape, Record challenge, Map<String, Own> sessionCalls) {
        this.sessionCalls = sessionCalls;
        for (RecordShape.Component component : shape.components()) {
            if (component.shape() instanceof TargetShape target) {
                Object object = get(component, challenge);
                handles.put(component.name(), new Handle(object, target.type()));
                names.put(object, component.name());
                remember(target.type());
            }
        }
        fixedHandles = handles.size();
    }

    private static Object get(RecordShape.Component component, Record challenge) {
        try {
            return component.accessor().invoke(challenge);
        } catch (ReflectiveOperationException accessorFailed) {
            throw new IllegalStateException(accessorFailed);
        }
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

    /** How targets travel in this session. */
    Links links() {
        return links;
    }

    /** Whether a line calls the session itself and not one of its targets. */
    static boolean isSessionCall(String line) {
        try {
            return SESSION.equals(
                    Json.parseObject(Bytes.utf8(line), Limits.OWN_FILE).get("on"));
        } catch (RefusedException noCall) {
            return false;
        }
    }

    /**
     * Carries out one call.
     *
     * @param line one JSON object of at most 1 MiB
     * @return the reply, without line breaks; never an exception for anything that the line says
     */
    public String call(String line) {
        return reply(line).line();
    }

    Reply reply(String line) {
        Object id = Json.NULL;
        try {
            Map<String, Object> fields = Json.parseObject(Bytes.utf8(line), Limits.SUBMISSION);
            id = fields.get("id") instanceof Long number ? number : Json.NULL;
            return new Reply(result(id, invoke(parse(fields))), true);
        } catch (CallException notAnswered) {
            return new Reply(error(id, notAnswered.code, notAnswered.why), notAnswered.isReached);
        } catch (RefusedException badLine) {
            return new Reply(error(id, "bad-call", badLine.why()), false);
        }
    }

    private record Call(String on, String name, List<Object> arguments) {}

    private static Call parse(Map<String, Object> fields) {
        for (String name : fields.keySet()) {
            if (!List.of("id", "on", "call", "args").contains(name)) {
                throw badCall(Message.of("call-unknown-field", "name", Clean.line(name, 40)));
            }
        }
        if (!(fields.get("id") instanceof Long)
                || !(fields.get("on") instanceof String on)
                || !(fields.get("call") instanceof String name)
                || !(fields.getOrDefault("args", List.of()) instanceof List<?> arguments)) {
            throw badCall(Message.of("call-form"));
        }
        return new Call(on, name, new ArrayList<>(arguments));
    }

    private Object invoke(Call call) {
        if (call.on().equals(SESSION)) {
            return invokeOwn(call);
        }
        Handle handle = handles.get(call.on());
        if (handle == null) {
            throw new CallException(
                    "no-such-target", false, Message.of("target-unknown", "target", Clean.line(call.on(), 40)));
        }
        TargetType.Call method = handle.type().methods().get(call.name());
        if (method == null) {
            throw unknownCall(call);
        }
        return invoke(handle, method, call);
    }

    private Object invokeOwn(Call call) {
        Own own = sessionCalls.get(call.name());
        if (own == null) {
            throw unknownCall(call);
        }
        requireArguments(own.arguments(), call);
        try {
            return own.body().apply(call.arguments());
        } catch (RuntimeException | StackOverflowError ours) {
            throw faulted(ours);
        }
    }

    private static CallException unknownCall(Call call) {
        return new CallException(
                "no-such-call", false, Message.of("call-unknown", "call", Clean.line(call.name(), 40)));
    }

    private static void requireArguments(int expected, Call call) {
        int found = call.arguments().size();
        if (found != expected) {
            throw badCall(Message.of("call-arguments", "expected", expected, "found", found));
        }
    }

    private Object invoke(Handle handle, TargetType.Call method, Call call) {
        requireArguments(method.parameters().size(), call);
        Object[] values = new Object[method.parameters().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(method, i, call.arguments().get(i));
        }
        Object result = invoke(handle.target(), method, values);
        if (call.name().equals("close") && handles.size() > fixedHandles) {
            free(call.on(), handle.target());
        }
        return result;
    }

    /** An argument record's constructor may fail by an error of ours. */
    private static Object read(TargetType.Call method, int i, Object argument) {
        try {
            return method.parameters()
                    .get(i)
                    .read(argument, method.parameterNames().get(i), Links.NONE);
        } catch (RefusedException badArgument) {
            throw badCall(badArgument.why());
        } catch (RuntimeException ours) {
            throw faulted(ours);
        }
    }

    private Object invoke(Object target, TargetType.Call method, Object[] values) {
        try {
            return method.result().write(method.method().invoke(target, values), links);
        } catch (InvocationTargetException thrown) {
            throw thrownByTarget(thrown.getCause());
        } catch (CallException tooManyTargets) {
            throw tooManyTargets;
        } catch (IllegalAccessException | RuntimeException | StackOverflowError doesNotTravel) {
            throw faulted(doesNotTravel);
        }
    }

    private static CallException thrownByTarget(Throwable thrown) {
        if (thrown instanceof RefusedException refused) {
            return new CallException("refused", true, refused.why());
        }
        if (thrown instanceof BudgetExhaustedException exhausted) {
            return new CallException(
                    "budget-exhausted", true, Message.of("budget-exhausted", "limit", exhausted.getMessage()));
        }
        return faulted(thrown);
    }

    private static CallException badCall(Message why) {
        return new CallException("bad-call", false, why);
    }

    private static CallException faulted(Throwable cause) {
        return new CallException(
                "target-faulted",
                true,
                Message.of(
                        "target-faulted",
                        "incident",
                        Judge.faulted("target", cause).incident()));
    }

    private void free(String name, Object target) {
        if (name.indexOf('#') > 0) {
            handles.remove(name);
            names.remove(target);
        }
    }

    private static String result(Object id, Object value) {
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("id", id);
        reply.put("result", value);
        return Json.write(reply);
    }

    private static String error(Object id, String code, Message why) {
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("id", id);
        reply.put("error", code);
        reply.put("message", OutcomeJson.message(why));
        return Json.write(reply);
    }

    private final class HandleLinks implements Links {
        @Override
        public String handleOf(Object target, Class<?> type) {
            if (target == null) {
                throw new IllegalStateException("a target wanted, not null: type=" + type.getName());
            }
            String known = names.get(target);
            if (known != null) {
                return known;
            }
            if (handles.size() - fixedHandles >= MAX_HANDLES) {
                throw new CallException("refused", true, Message.of("too-many-targets", "limit", MAX_HANDLES));
            }
            String simple = type.getSimpleName();
            String stem = Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
            String name = stem + "#" + numbers.merge(stem, 1L, Long::sum);
            handles.put(name, new Handle(target, types.get(type.getName())));
            names.put(target, name);
            return name;
        }
    }

    /** The call is answered with an error. */
    private static final class CallException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String code;
        private final boolean isReached;
        private final transient Message why;

        CallException(String code, boolean isReached, Message why) {
            super(why.key(), null, false, false);
            this.code = code;
            this.isReached = isReached;
            this.why = why;
        }
    }
}
