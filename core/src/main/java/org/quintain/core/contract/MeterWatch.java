package org.quintain.core.contract;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.quintain.core.Bytes;
import org.quintain.core.Lab;
import org.quintain.core.Usage;
import org.quintain.core.serve.Session;
import org.quintain.core.serve.Transport;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;
import org.quintain.core.wire.RecordShape;
import org.quintain.core.wire.Shape;
import org.quintain.core.wire.Shapes;
import org.quintain.core.wire.TargetShape;
import org.quintain.core.wire.TargetType;

/** Passes calls on to a session and reports a call that moved no meter and is not free. */
final class MeterWatch implements Transport {
    private final Session<?, ?> session;
    private final Consumer<String> report;
    private final Set<String> free = new TreeSet<>();
    private final Set<String> seen = new TreeSet<>();

    MeterWatch(Session<?, ?> session, Lab<?, ?> lab, Consumer<String> report) {
        this.session = session;
        this.report = report;
        for (RecordShape.Component component :
                Shapes.challenge(lab.challengeType()).components()) {
            collect(component.shape());
        }
    }

    private void collect(Shape shape) {
        if (shape instanceof TargetShape target && seen.add(target.type().type().getName())) {
            for (TargetType.Call call : target.type().methods().values()) {
                if (call.isFree()) {
                    free.add(call.method().getName());
                }
                collect(call.result());
            }
        }
    }

    @Override
    public String exchange(String line) {
        Usage before = session.usage();
        String reply = session.call(line);
        java.util.Map<String, Object> call = Json.parseObject(Bytes.utf8(line), Limits.OWN_FILE);
        String name = String.valueOf(call.get("call"));
        if (!"session".equals(call.get("on"))
                && !free.contains(name)
                && session.usage().equals(before)
                && !reply.contains("\"error\":\"budget-exhausted\"")
                && !reply.contains("\"error\":\"bad-call\"")) {
            report.accept("every call without @Free moves the meter: " + name);
        }
        return reply;
    }
}
