package org.quintain.solutions.net.dnskaminsky;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quintain.core.Bytes;
import org.quintain.net.dnskaminsky.DnsKaminskyLab.Challenge;
import org.quintain.net.dnskaminsky.DnsKaminskyLab.Shot;
import org.quintain.net.sim.TimedFrame;

/** The learner's card, with what is sent and when written down: the script to hand in. */
final class Recording {
    private final Challenge challenge;
    private final List<Shot> script = new ArrayList<>();

    Recording(Challenge challenge) {
        this.challenge = challenge;
    }

    void send(byte[] frame) {
        script.add(new Shot(now(), Bytes.of(frame), 0, 0, 0));
        challenge.card().send(frame);
    }

    void burst(byte[] frame, int firstId, int step, int copies) {
        script.add(new Shot(now(), Bytes.of(frame), firstId, step, copies));
        challenge.flood().burst(frame, firstId, step, copies);
    }

    long now() {
        return challenge.card().nowMicros();
    }

    /** Lets time pass and takes what has come. */
    List<TimedFrame> listen(long micros) {
        int waiting = challenge.card().advance(micros);
        List<TimedFrame> frames = new ArrayList<>();
        while (frames.size() < waiting) {
            Optional<TimedFrame> frame = challenge.card().receive();
            if (frame.isEmpty()) {
                break;
            }
            frames.add(frame.get());
        }
        return frames;
    }

    List<Shot> script() {
        return List.copyOf(script);
    }
}
