package org.quintain.net.sim;

import java.util.List;
import java.util.Optional;
import org.quintain.core.Bytes;
import org.quintain.core.Incubating;
import org.quintain.core.Meter;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.MacAddress;

/**
 * The node behind a {@link NetworkCard}; for a replay it sends a script in the learner's place.
 *
 * <p>The card takes every frame that reaches its port, whoever it is for (promiscuous). Its queue is bounded: what comes
 * while it is full is dropped and counted.
 */
@Incubating
public final class LearnerCard extends Node {
    /** Frames that wait at most, unless the lab says otherwise. */
    public static final int DEFAULT_QUEUE_FRAMES = 1024;

    private final long mac;
    private final Meter meter;
    private final FrameQueue waiting;
    private final NetworkCard card = new Card();
    private long droppedFrames;

    /**
     * A card with {@link #DEFAULT_QUEUE_FRAMES}.
     *
     * @param network where it is
     * @param name as for any node
     * @param mac its address, 48 bits; frames from other addresses can be sent all the same
     * @param meter counts what the learner does: {@code setup.meter()}, or one of the researcher's own
     */
    public LearnerCard(Network network, String name, long mac, Meter meter) {
        this(network, name, mac, meter, DEFAULT_QUEUE_FRAMES);
    }

    /**
     * A card.
     *
     * @param network where it is
     * @param name as for any node
     * @param mac its address, 48 bits
     * @param meter counts what the learner does
     * @param queueFrames frames that wait at most, 1 or more
     */
    public LearnerCard(Network network, String name, long mac, Meter meter, int queueFrames) {
        super(network, name);
        if (queueFrames < 1) {
            throw new IllegalArgumentException("1 or more frames wanted: queueFrames=" + queueFrames);
        }
        this.mac = mac;
        this.meter = meter;
        this.waiting = new FrameQueue(queueFrames);
    }

    /**
     * What the learner holds. It shows nothing of the network behind it.
     *
     * @return the card
     */
    public NetworkCard card() {
        return card;
    }

    /**
     * The card's own address.
     *
     * @return 48 bits
     */
    public long mac() {
        return mac;
    }

    /**
     * Sends a script in the course of the time that {@link Network#advance} lets pass. Each frame goes out at its time, or
     * at once if that is past, or with the one before if that comes later. The meter counts a packet for each.
     *
     * @param script frames in the order of sending
     */
    public void play(List<TimedFrame> script) {
        new Player(List.copyOf(script)).setNext();
    }

    @Override
    protected void receive(Port port, byte[] frame, int origin) {
        if (!waiting.add(network().now(), frame)) {
            droppedFrames++;
        }
    }

    private void transmit(byte[] frame) {
        meter.packets(1);
        port(0).send(frame);
    }

    private final class Player {
        private final List<TimedFrame> script;
        private final Timer timer = network().timer(this::setNext);
        private int next;

        Player(List<TimedFrame> script) {
            this.script = script;
        }

        void setNext() {
            while (next < script.size()
                    && script.get(next).atMicros() <= network().now()) {
                transmit(script.get(next++).frame().toArray());
            }
            if (next < script.size()) {
                timer.schedule(script.get(next).atMicros() - network().now());
            }
        }
    }

    private final class Card implements NetworkCard {
        @Override
        public void send(byte[] frame) {
            meter.query();
            transmit(frame.clone());
        }

        @Override
        public Optional<TimedFrame> receive() {
            meter.query();
            return Optional.ofNullable(waiting.poll());
        }

        @Override
        public int advance(long micros) {
            meter.query();
            network().advance(micros);
            return waiting.size();
        }

        @Override
        public long nowMicros() {
            return network().now();
        }

        @Override
        public long droppedFrames() {
            return droppedFrames;
        }

        @Override
        public Bytes mac() {
            byte[] frame = new byte[Ethernet.LENGTH_BYTES];
            new Ethernet().begin(frame, 0).destination(mac);
            return Bytes.of(frame, 0, MacAddress.LENGTH_BYTES);
        }
    }
}
