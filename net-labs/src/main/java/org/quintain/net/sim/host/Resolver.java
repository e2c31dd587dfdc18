package org.quintain.net.sim.host;

import java.util.ArrayList;
import java.util.List;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.Timer;
import org.quintain.net.wire.Arp;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;

/**
 * Finds the neighbours' MACs by ARP (RFC 826), and keeps a few packets that wait for the answer.
 *
 * <p>It asks at most three times, once a second (RFC 1122 section 2.3.2.1: "at most one per second per destination").
 * Up to 8 packets wait for each of up to 16 neighbours (RFC 1122 section 2.3.2.2: "SHOULD save at least one"); so of a
 * long packet in many fragments the last are lost if it is the first to that neighbour, as in systems at large. A neighbour
 * in use is asked again, alone, before its entry's time is over ("Unicast Poll", RFC 1122 section 2.3.2.1), so that nothing
 * has to wait.
 */
final class Resolver {
    static final int MAX_QUESTIONS = 16;
    static final int MAX_WAITING = 8;
    private static final int TRIES = 3;
    private static final long PAUSE_MICROS = 1_000_000;

    /** Gets packets whose neighbour does not answer. */
    interface Undelivered {
        /** A packet was given up; its Ethernet header is not filled in. */
        void undelivered(byte[] frame, int origin);
    }

    private final Network network;
    private final NetworkInterface at;
    private final ArpPolicy policy;
    private final Undelivered undelivered;
    private List<Question> questions;
    private Timer timer;
    private long unresolvedPackets;
    private long addressConflicts;
    private int probed = Ipv4Address.ANY;
    private boolean isProbeAnswered;

    Resolver(Network network, NetworkInterface at, ArpPolicy policy, Undelivered undelivered) {
        this.network = network;
        this.at = at;
        this.policy = policy;
        this.undelivered = undelivered;
    }

    void sendWhenKnown(int address, byte[] frame, int origin) {
        Question question = questionAbout(address);
        if (question == null) {
            question = newQuestion(address, MacAddress.BROADCAST);
        } else if (question.mac != MacAddress.BROADCAST) {
            question.mac = MacAddress.BROADCAST;
            question.tries = 0;
            ask(question);
            setTimer();
        }
        if (question == null || question.waiting == MAX_WAITING) {
            unresolvedPackets++;
        } else {
            question.add(frame, origin);
        }
    }

    /** Asks a neighbour that is known whether it is still there. */
    void poll(int address, long knownMac) {
        if (questionAbout(address) == null) {
            newQuestion(address, knownMac);
        }
    }

    /** Asks, or returns null if too many questions are open. */
    private Question newQuestion(int address, long mac) {
        if (questions == null) {
            questions = new ArrayList<>(1);
            timer = network.timer(this::askAgain);
        }
        if (questions.size() == MAX_QUESTIONS) {
            return null;
        }
        Question question = new Question(address, mac);
        questions.add(question);
        ask(question);
        setTimer();
        return question;
    }

    private void ask(Question question) {
        question.tries++;
        question.dueMicros = network.now() + PAUSE_MICROS;
        at.sendArp(Frames.arp(
                question.mac, at.mac(), Arp.REQUEST, at.mac(), at.address(), MacAddress.NONE, question.address));
    }

    private void setTimer() {
        if (!questions.isEmpty()) {
            long due = Long.MAX_VALUE;
            for (Question question : questions) {
                due = Math.min(due, question.dueMicros);
            }
            timer.schedule(Math.max(1, due - network.now()));
        }
    }

    private void askAgain() {
        for (int i = 0; i < questions.size(); ) {
            Question question = questions.get(i);
            if (question.dueMicros > network.now()) {
                i++;
            } else if (question.tries < TRIES) {
                ask(question);
                i++;
            } else {
                questions.remove(i);
                unresolvedPackets += question.waiting;
                for (int k = 0; k < question.waiting; k++) {
                    undelivered.undelivered(question.frames[k], question.origins[k]);
                }
            }
        }
        setTimer();
    }

    /** Takes a sound ARP packet: believes its sender or not, and answers if it asks for this interface. */
    void receive(Arp arp, boolean isUnicast) {
        if (arp.operation() != Arp.REQUEST && arp.operation() != Arp.REPLY || MacAddress.isGroup(arp.senderMac())) {
            return;
        }
        int own = at.address();
        isProbeAnswered |= arp.sender() == probed && probed != Ipv4Address.ANY && arp.senderMac() != at.mac();
        boolean isForMe = own != Ipv4Address.ANY && arp.target() == own;
        if (own != Ipv4Address.ANY && arp.sender() == own) {
            addressConflicts += arp.senderMac() == at.mac() ? 0 : 1;
        } else if (arp.sender() != Ipv4Address.ANY) {
            learn(arp, isForMe, isUnicast);
        }
        if (isForMe && arp.operation() == Arp.REQUEST) {
            at.sendArp(Frames.arpReply(at.mac(), own, arp.senderMac(), arp.sender()));
        }
    }

    private void learn(Arp arp, boolean isForMe, boolean isUnicast) {
        ArpCache cache = at.arpCache();
        int sender = arp.sender();
        Question question = questionAbout(sender);
        ArpClaim claim = new ArpClaim(
                sender,
                arp.senderMac(),
                arp.operation() == Arp.REPLY,
                arp.isGratuitous(),
                isForMe,
                isUnicast,
                question != null,
                cache.find(sender),
                cache.ageMicros(sender));
        if (!cache.isStatic(sender) && policy.isBelieved(claim) && cache.put(sender, arp.senderMac())) {
            answered(question, arp.senderMac());
        }
    }

    private void answered(Question question, long mac) {
        if (question != null) {
            questions.remove(question);
            for (int i = 0; i < question.waiting; i++) {
                at.sendIpv4To(mac, question.frames[i], question.origins[i]);
            }
            if (questions.isEmpty()) {
                timer.cancel();
            }
        }
    }

    void probe(int address) {
        probed = address;
        isProbeAnswered = false;
        at.sendArp(Frames.arpRequest(at.mac(), Ipv4Address.ANY, address));
    }

    boolean isProbeAnswered() {
        return isProbeAnswered;
    }

    void announce() {
        at.sendArp(Frames.gratuitousArp(at.mac(), at.address()));
    }

    private Question questionAbout(int address) {
        if (questions != null) {
            for (Question question : questions) {
                if (question.address == address) {
                    return question;
                }
            }
        }
        return null;
    }

    long unresolvedPackets() {
        return unresolvedPackets;
    }

    long addressConflicts() {
        return addressConflicts;
    }

    private static final class Question {
        final int address;
        /** Whom to ask: everybody, or a neighbour that is known. */
        long mac;

        final byte[][] frames = new byte[MAX_WAITING][];
        final int[] origins = new int[MAX_WAITING];
        int waiting;
        int tries;
        long dueMicros;

        Question(int address, long mac) {
            this.address = address;
            this.mac = mac;
        }

        void add(byte[] frame, int origin) {
            frames[waiting] = frame;
            origins[waiting++] = origin;
        }
    }
}
