package org.quintain.net.sim.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quintain.core.Bytes;
import org.quintain.net.sim.Addressed;
import org.quintain.net.sim.LearnerCard;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.NetworkWatcher.Purpose;
import org.quintain.net.sim.Node;
import org.quintain.net.sim.Port;
import org.quintain.net.sim.Segment;
import org.quintain.net.sim.Switch;
import org.quintain.net.sim.Tap;
import org.quintain.net.wire.MacAddress;

/**
 * Puts together what a tap sees link by link: from the node that sent a frame, over switches, to those that took it up.
 *
 * <p>Whose an address is shows when the recording is read: an address is another's if a node other than the learner's
 * spoke from it or says that it has it ({@link Addressed}).
 */
final class RecordingTap implements Tap {
    private static final int NO_ADDRESS = 0;

    private final Network network;
    private final Node learner;
    private final Purpose purpose;
    private final long ownMac;
    private final List<Passage> passages = new ArrayList<>();
    private final Map<byte[], Passage> byArray = new IdentityHashMap<>();
    private final Map<Content, Passage> byContent = new HashMap<>();
    private final Set<Content> packetsToLearner = new HashSet<>();
    private final Set<Integer> othersAddresses = new HashSet<>();
    private final Map<Node, Set<Long>> macs = new HashMap<>();
    private final Layers layers = new Layers();
    private long bytes;
    private long droppedFrames;

    RecordingTap(Network network, Node learner, Purpose purpose) {
        this.network = network;
        this.learner = learner;
        this.purpose = purpose;
        this.ownMac = learner instanceof LearnerCard card ? number(card.card().mac()) : -1;
    }

    /** A frame on its way. */
    private static final class Passage {
        private final long sentMicros;
        private final Node from;
        private final Node maker;
        private final byte[] frame;
        private final boolean isKnownPacket;
        private final Map<Node, Integer> arrivals = new HashMap<>();
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

    private static long number(Bytes mac) {
        long number = 0;
        for (int i = 0; i < mac.sizeBytes(); i++) {
            number = number << 8 | mac.at(i) & 0xFF;
        }
        return number;
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
            learnAddresses(maker);
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

    private void learnAddresses(Node speaker) {
        if (!layers.isFrame()) {
            return;
        }
        macs.computeIfAbsent(speaker, node -> new HashSet<>())
                .add(layers.ethernet().source());
        int address = layers.hasArp()
                ? layers.arp().sender()
                : layers.hasIpv4() ? layers.ipv4().source() : NO_ADDRESS;
        if (address != NO_ADDRESS) {
            othersAddresses.add(address);
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
        List<String> names = nodes.stream().map(Node::name).toList();
        return new Recording(purpose, names, nodes.indexOf(learner), frames, droppedFrames);
    }

    private RecordedFrame frame(int number, Passage passage, List<Node> nodes) {
        layers.read(passage.frame);
        List<Integer> to = new ArrayList<>();
        List<Integer> overheardBy = new ArrayList<>();
        int copies = 1;
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            int arrivals = passage.arrivals.getOrDefault(node, 0);
            if (arrivals > 0 && isMeantFor(node)) {
                to.add(i);
                copies = Math.max(copies, arrivals);
            } else if (arrivals > 0 && node == learner) {
                overheardBy.add(i);
            }
        }
        return new RecordedFrame(
                number,
                kind(passage),
                nodes.indexOf(passage.from),
                nodes.indexOf(passage.maker),
                passage.sentMicros,
                passage.arrivedMicros,
                to,
                overheardBy,
                copies,
                Bytes.of(passage.frame));
    }

    /** Whether the frame's destination is a node's; one that never said its address takes up what reaches it. */
    private boolean isMeantFor(Node node) {
        if (!layers.isFrame()) {
            return true;
        }
        long destination = layers.ethernet().destination();
        if (MacAddress.isGroup(destination)) {
            return true;
        }
        if (node == learner && ownMac >= 0) {
            return destination == ownMac;
        }
        Set<Long> own = macs.get(node);
        return own == null || own.contains(destination);
    }

    private FrameKind kind(Passage passage) {
        if (passage.maker != learner) {
            return FrameKind.GENUINE;
        }
        if (!layers.isFrame()) {
            return FrameKind.OWN;
        }
        // A router behind the learner puts its own address there.
        boolean isFirstHop = passage.from == learner;
        if (isFirstHop && !isOwn(layers.ethernet().source())) {
            return FrameKind.FORGED;
        }
        if (layers.hasArp()) {
            boolean isTrue =
                    isOwn(layers.arp().senderMac()) && !isOthers(layers.arp().sender());
            return isTrue ? FrameKind.OWN : FrameKind.FORGED;
        }
        if (layers.hasIpv4() && isOthers(layers.ipv4().source())) {
            return passage.isKnownPacket ? FrameKind.PASSED_ON : FrameKind.FORGED;
        }
        return FrameKind.OWN;
    }

    private boolean isOwn(long mac) {
        return ownMac >= 0 ? mac == ownMac : macs.values().stream().noneMatch(own -> own.contains(mac));
    }

    private boolean isOthers(int address) {
        if (address == NO_ADDRESS) {
            return false;
        }
        if (othersAddresses.contains(address)) {
            return true;
        }
        for (int i = 0; i < network.nodeCount(); i++) {
            if (network.node(i) != learner && network.node(i) instanceof Addressed node && node.hasAddress(address)) {
                return true;
            }
        }
        return false;
    }
}
