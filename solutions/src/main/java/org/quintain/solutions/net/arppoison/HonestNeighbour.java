package org.quintain.solutions.net.arppoison;

import java.util.Map;
import java.util.TreeMap;
import org.quintain.net.arppoison.ArpPoisonLab.Challenge;
import org.quintain.net.arppoison.ArpPoisonLab.Station;
import org.quintain.net.wire.Arp;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Icmpv4;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.solutions.net.Recorder;

/** What a well-behaved station does with ARP: it announces itself, asks, answers, and is reached by all. */
final class HonestNeighbour {
    private static final long ROUND_TRIP_MICROS = 5_000;

    private final Recorder recorder;
    private final int own;
    private final Map<Integer, Long> macs = new TreeMap<>();
    private final Map<Integer, Boolean> hasAnswered = new TreeMap<>();
    private final Ethernet ethernet = new Ethernet();
    private final Arp arp = new Arp();
    private final Ipv4 ip = new Ipv4();
    private final Icmpv4 icmp = new Icmpv4();

    private HonestNeighbour(Recorder recorder, int own) {
        this.recorder = recorder;
        this.own = own;
    }

    static void greet(Challenge challenge) {
        Recorder recorder = new Recorder(challenge.card());
        HonestNeighbour me = new HonestNeighbour(recorder, Ipv4Address.of(challenge.ownAddress()));
        recorder.send(Frames.gratuitousArp(recorder.mac(), me.own));
        for (Station station : challenge.stations()) {
            recorder.send(Frames.arpRequest(recorder.mac(), me.own, ArpProbe.address(station)));
        }
        me.work();
        for (Station station : challenge.stations()) {
            int address = ArpProbe.address(station);
            require(me.macs.containsKey(address), "a MAC for " + station);
            Endpoints endpoints = new Endpoints(recorder.mac(), me.own, me.macs.get(address), address);
            recorder.send(Frames.icmpEchoRequest(endpoints, 7, 1, new byte[16]));
        }
        me.work();
        me.work();
        for (Station station : challenge.stations()) {
            require(me.hasAnswered.containsKey(ArpProbe.address(station)), "an echo from " + station);
        }
    }

    private static void require(boolean isThere, String what) {
        if (!isThere) {
            throw new IllegalStateException(what + " wanted");
        }
    }

    private void work() {
        for (byte[] frame : recorder.listen(ROUND_TRIP_MICROS)) {
            if (ethernet.wrap(frame) != Flaw.NONE) {
                continue;
            }
            if (ethernet.type() == Ethernet.TYPE_ARP && arp.wrap(ethernet) == Flaw.NONE) {
                takeArp();
            } else if (ethernet.type() == Ethernet.TYPE_IPV4
                    && ip.wrap(ethernet) == Flaw.NONE
                    && ip.destination() == own
                    && ip.protocol() == Ipv4.PROTOCOL_ICMP
                    && icmp.wrap(ip) == Flaw.NONE
                    && icmp.type() == Icmpv4.ECHO_REPLY) {
                hasAnswered.put(ip.source(), true);
            }
        }
    }

    private void takeArp() {
        if (arp.target() != own) {
            return;
        }
        macs.put(arp.sender(), arp.senderMac());
        if (arp.operation() == Arp.REQUEST) {
            recorder.send(Frames.arpReply(recorder.mac(), own, arp.senderMac(), arp.sender()));
        }
    }
}
