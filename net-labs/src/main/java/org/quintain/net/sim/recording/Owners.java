package org.quintain.net.sim.recording;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.quintain.net.sim.Addressed;
import org.quintain.net.sim.LearnerCard;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.Node;
import org.quintain.net.wire.MacAddress;

/**
 * Whose an address is: a node's that spoke from it truly, or that says so itself ({@link Addressed}). Asked when the
 * recording is complete, so that an owner who speaks late is an owner all the same.
 */
final class Owners {
    private static final int NO_ADDRESS = 0;

    private final Network network;
    private final Node learner;
    private final long ownMac;
    private final Map<Node, Set<Long>> macs = new LinkedHashMap<>();
    private final Map<Node, Set<Integer>> addresses = new LinkedHashMap<>();
    private final Set<Integer> othersAddresses = new TreeSet<>();

    Owners(Network network, Node learner) {
        this.network = network;
        this.learner = learner;
        this.ownMac = learner instanceof LearnerCard card ? card.mac() : -1;
    }

    /** Takes the sender's word, for a frame of which it is known that it tells the truth. */
    void learn(Node speaker, Layers frame) {
        if (!frame.isFrame()) {
            return;
        }
        macs.computeIfAbsent(speaker, node -> new TreeSet<>())
                .add(frame.ethernet().source());
        int address = frame.hasArp()
                ? frame.arp().sender()
                : frame.hasIpv4() ? frame.ipv4().source() : NO_ADDRESS;
        if (address != NO_ADDRESS) {
            addresses.computeIfAbsent(speaker, node -> new LinkedHashSet<>()).add(address);
            if (speaker != learner) {
                othersAddresses.add(address);
            }
        }
    }

    Lifeline lifeline(Node node) {
        Set<Long> own = node == learner && ownMac >= 0
                ? Collections.singleton(ownMac)
                : macs.getOrDefault(node, Collections.emptySet());
        return new Lifeline(
                node.name(),
                own.stream().limit(Lifeline.MAX_ADDRESSES).toList(),
                addresses.getOrDefault(node, Collections.emptySet()).stream()
                        .limit(Lifeline.MAX_ADDRESSES)
                        .toList());
    }

    /** Whether the frame's destination is a node's; one that never said its address takes up what reaches it. */
    boolean isMeantFor(Node node, Layers frame) {
        if (!frame.isFrame()) {
            return true;
        }
        long destination = frame.ethernet().destination();
        if (MacAddress.isGroup(destination)) {
            return true;
        }
        if (node == learner && ownMac >= 0) {
            return destination == ownMac;
        }
        Set<Long> own = macs.get(node);
        return own == null || own.contains(destination);
    }

    /**
     * The kind of a frame that the learner made.
     *
     * @param isFirstHop whether the learner's node sent it; a router behind it puts its own hardware address there
     * @param isKnownPacket whether its IPv4 packet came to the learner before
     */
    FrameKind kindOfLearners(Layers frame, boolean isFirstHop, boolean isKnownPacket) {
        if (!frame.isFrame()) {
            return FrameKind.OWN;
        }
        if (isFirstHop && !isOwn(frame.ethernet().source())) {
            return FrameKind.FORGED;
        }
        if (frame.hasArp()) {
            boolean isTrue =
                    isOwn(frame.arp().senderMac()) && !isOthers(frame.arp().sender());
            return isTrue ? FrameKind.OWN : FrameKind.FORGED;
        }
        if (frame.hasIpv4() && isOthers(frame.ipv4().source())) {
            return isKnownPacket ? FrameKind.PASSED_ON : FrameKind.FORGED;
        }
        return FrameKind.OWN;
    }

    private boolean isOwn(long mac) {
        return ownMac >= 0
                ? mac == ownMac
                : macs.entrySet().stream()
                        .noneMatch(owner ->
                                owner.getKey() != learner && owner.getValue().contains(mac));
    }

    private boolean isOthers(int address) {
        if (address == NO_ADDRESS) {
            return false;
        }
        return othersAddresses.contains(address)
                || nodes().stream().anyMatch(node -> node instanceof Addressed own && own.hasAddress(address));
    }

    private List<Node> nodes() {
        return IntStream.range(0, network.nodeCount())
                .mapToObj(network::node)
                .filter(node -> node != learner)
                .toList();
    }
}
