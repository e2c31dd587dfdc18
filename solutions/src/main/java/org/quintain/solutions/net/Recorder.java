package org.quintain.solutions.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quintain.core.Bytes;
import org.quintain.net.sim.NetworkCard;
import org.quintain.net.sim.TimedFrame;
import org.quintain.net.wire.MacAddress;

/**
 * A learner's network card that writes down what is sent and when: the script to hand in.
 *
 * <p>It costs what the card costs; the clock that it reads is free.
 */
public final class Recorder {
    private final NetworkCard card;
    private final long mac;
    private final List<TimedFrame> script = new ArrayList<>();

    /**
     * A recorder with an empty script.
     *
     * @param card the challenge's
     */
    public Recorder(NetworkCard card) {
        this.card = card;
        this.mac = Long.parseLong(card.mac().toHex(), 16);
    }

    /** The card's own address, 48 bits. */
    public long mac() {
        return mac;
    }

    /**
     * Sends a frame now and writes it down.
     *
     * @param frame Ethernet frame without check sequence
     */
    public void send(byte[] frame) {
        script.add(new TimedFrame(card.nowMicros(), Bytes.of(frame)));
        card.send(frame);
    }

    /**
     * Lets time pass and takes everything that has come.
     *
     * @param micros how long
     * @return the frames in the order in which they came
     */
    public List<byte[]> listen(long micros) {
        int waiting = card.advance(micros);
        List<byte[]> frames = new ArrayList<>();
        while (frames.size() < waiting) {
            Optional<TimedFrame> frame = card.receive();
            if (frame.isEmpty()) {
                break;
            }
            frames.add(frame.get().frame().toArray());
        }
        return frames;
    }

    /** What was sent so far, with the times. */
    public List<TimedFrame> script() {
        return List.copyOf(script);
    }

    /** The address as people write it. */
    @Override
    public String toString() {
        return MacAddress.format(mac) + ", frames sent: " + script.size();
    }
}
