package org.quintain.net.sim.recording;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quintain.core.Bytes;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.NetworkWatcher.Purpose;
import org.quintain.net.sim.Node;
import org.quintain.net.sim.Port;
import org.quintain.net.sim.Segment;
import org.quintain.net.sim.Switch;
import org.quintain.net.sim.Tap;

/**
 * Puts together what a tap sees link by link: from the node that sent a frame, over switches, to those that took it up.
 */
final class RecordingTap implements Tap {
    private final Network network;
    private final Node learner;
    private final Purpose purpose;
    private final List<Passage> passages = new ArrayList<>();
    private final Map<byte[], Passage> byArray = new IdentityHashMap<>();
    private final Map<Content, Passage> byContent = new LinkedHashMap<>();
    private final Set<Content> packetsToLearner = new LinkedHashSet<>();
    private final Owners owners;
    private final Layers layers = new Layers();
    private long bytes;
    private long droppedFrames;

    RecordingTap(Network network, Node learner, Purpose purpose) {
        this.network = network;
        this.learner = learner;
        this.purpose = purpose;
        this.owners = new Owners(network, learner);
    }

    /** A frame on its way. */
    private static final class Passage {
        private final long sentMicros;
        private final Node from;
        private final Node maker;
        private final byte[] frame;
        private final boolean isKnownPacket;
        private final Map<Node, Integer> arrivals = new LinkedHashMap<>();
        private long arrivedMicros;

        Passage(long micros, Node from, Node maker, byte[] frame, boolean isKnownPacket) {
            this.sentMicros = micros;
            this.arrivedMicros = micros;
            this.from = from;
            this.maker = maker;
            this.frame = frame;
            this.isKnownPacket = isKnownPacket;
        }
    }

    private static boolean isLifeline(Node node) {
        return !(node instanceof Switch) && !(node instanceof Segment);
    }

    boolean hasFrames() {
        return !passages.isEmpty();
    }

    @Override
    public void sent(long micros, Port from, byte[] frame, int origin) {
        if (!isLifeline(from.node())) {
            follow(frame);
            return;
        }
        if (passages.size() == Recording.MAX_FRAMES || bytes + frame.length > Recording.MAX_BYTES) {
            droppedFrames++;
            byArray.remove(frame);
            return;
        }
        Node maker = network.node(origin);
        layers.read(frame);
        boolean isKnownPacket =
                maker == learner && layers.hasIpv4() && packetsToLearner.contains(Content.ofPacket(layers));
        if (maker != learner && maker == from.node()) {
            owners.learn(maker, layers);
        }
        Passage passage = new Passage(micros, from.node(), maker, frame, isKnownPacket);
        passages.add(passage);
        bytes += frame.length;
        byArray.put(frame, passage);
        byContent.put(Content.ofFrame(frame), passage);
    }

    /** A switch that changes the tag sends a copy. */
    private void follow(byte[] frame) {
        if (!byArray.containsKey(frame)) {
            Passage same = byContent.get(Content.ofFrame(frame));
            if (same != null) {
                byArray.put(frame, same);
            }
        }
    }

    @Override
    public void delivered(long micros, Port to, byte[] frame, int origin) {
        Passage passage = isLifeline(to.node()) ? byArray.get(frame) : null;
        if (passage == null) {
            return;
        }
        if (passage.arrivals.isEmpty()) {
            passage.arrivedMicros = micros;
        }
        passage.arrivals.merge(to.node(), 1, Integer::sum);
        if (to.node() == learner && passage.maker != learner) {
            packetsToLearner.add(Content.ofPacket(layers.read(frame)));
        }
    }

    Recording recording() {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < network.nodeCount(); i++) {
            if (isLifeline(network.node(i))) {
                nodes.add(network.node(i));
            }
        }
        List<RecordedFrame> frames = new ArrayList<>(passages.size());
        for (Passage passage : passages) {
            frames.add(frame(frames.size() + 1, passage, nodes));
        }
        List<Lifeline> lifelines = nodes.stream().map(owners::lifeline).toList();
        return new Recording(purpose, lifelines, nodes.indexOf(learner), frames, droppedFrames);
    }

    private RecordedFrame frame(int number, Passage passage, List<Node> nodes) {
        layers.read(passage.frame);
        FrameKind kind = passage.maker == learner
                ? owners.kindOfLearners(layers, passage.from == learner, passage.isKnownPacket)
                : FrameKind.GENUINE;
        if (kind == FrameKind.OWN && passage.from == learner) {
            owners.learn(learner, layers);
        }
        List<Integer> to = new ArrayList<>();
        List<Integer> overheardBy = new ArrayList<>();
        int copies = 1;
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            int arrivals = passage.arrivals.getOrDefault(node, 0);
            if (arrivals > 0 && owners.isMeantFor(node, layers)) {
                to.add(i);
                copies = Math.max(copies, arrivals);
            } else if (arrivals > 0 && node == learner) {
                overheardBy.add(i);
            }
        }
        return new RecordedFrame(
                number,
                kind,
                nodes.indexOf(passage.from),
                nodes.indexOf(passage.maker),
                passage.sentMicros,
                passage.arrivedMicros,
                to,
                overheardBy,
                copies,
                Bytes.of(passage.frame));
    }
}
