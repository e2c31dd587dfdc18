package org.quintain.app.handin;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quintain.core.Message;
import org.quintain.core.grade.Entry;

/** Walks hand-ins of which everything is refused. */
record TableProbe(HandIns handIns) {
    Message onlyRefusal() {
        List<Message> refusals = new ArrayList<>();
        try {
            handIns.walk(new HandIns.Visitor() {
                @Override
                public void handIn(Entry entry) {
                    throw new IllegalStateException(entry.origin());
                }

                @Override
                public void refused(
                        String origin, Optional<String> learner, Message why, Optional<Instant> receivedAt) {
                    refusals.add(why);
                }

                @Override
                public void untouched(String origin) {
                    throw new IllegalStateException(origin);
                }

                @Override
                public void skipped(String origin, HandIns.Why why) {
                    throw new IllegalStateException(origin);
                }
            });
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
        if (refusals.size() != 1) {
            throw new IllegalStateException("one refusal wanted: " + refusals);
        }
        return refusals.get(0);
    }
}
