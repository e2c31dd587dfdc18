package org.quintain.solutions.net.arppoison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quintain.net.arppoison.ArpPoisonLab.Challenge;
import org.quintain.net.arppoison.ArpPoisonLab.Habit;
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

/**
 * Finds out who is where, and what each station believes unasked.
 *
 * <p>The learner claims an address that nobody has, then pings the station from that address. A station that believed the
 * claim answers at once; one that did not has to ask for the address first.
 */
final class ArpProbe {
    private static final long ROUND_TRIP_MICROS = 5_000;

    private final Recorder recorder;
    private final List<Station> stations;
    private final int own;
    private final Map<String, Long> macs = new TreeMap<>();
    private final Ethernet ethernet = new Ethernet();
    private final Arp arp = new Arp();
    private final Ipv4 ip = new Ipv4();
    private final Icmpv4 icmp = new Icmpv4();

    ArpProbe(Recorder recorder, Challenge challenge) {
        this.recorder = recorder;
        this.stations = challenge.stations();
        this.own = Ipv4Address.of(challenge.ownAddress());
    }

    /** Asks for each station's MAC, as everybody may; one frame a station. */
    void resolve() {
        for (Station station : stations) {
            recorder.send(Frames.arpRequest(recorder.mac(), own, address(station)));
        }
        for (byte[] frame : recorder.listen(ROUND_TRIP_MICROS)) {
            if (isArp(frame) && arp.operation() == Arp.REPLY) {
                stations.stream()
                        .filter(station -> address(station) == arp.sender())
                        .forEach(station -> macs.put(station.name(), arp.senderMac()));
            }
        }
    }

    /** The table of habits: two claims and three pings a station, and one claim to all. */
    List<Habit> habits() {
        List<Integer> unused = unusedAddresses(3);
        recorder.send(Frames.gratuitousArp(recorder.mac(), unused.get(2)));
        for (Station station : stations) {
            recorder.send(request(unused.get(0), station));
            recorder.send(reply(unused.get(1), station));
            unused.forEach(address -> recorder.send(ping(address, station)));
        }
        Map<String, boolean[]> believed = new TreeMap<>();
        stations.forEach(station -> believed.put(station.name(), new boolean[3]));
        for (byte[] frame : recorder.listen(ROUND_TRIP_MICROS)) {
            if (isEchoReply(frame) && unused.contains(ip.destination())) {
                stations.stream()
                        .filter(station -> address(station) == ip.source())
                        .forEach(station -> believed.get(station.name())[unused.indexOf(ip.destination())] = true);
            }
        }
        return stations.stream()
                .map(Station::name)
                .map(name -> new Habit(name, believed.get(name)[0], believed.get(name)[1], believed.get(name)[2]))
                .toList();
    }

    /** A request for the station's address whose sender claims another. */
    byte[] request(int claimed, Station to) {
        return Frames.arp(mac(to), recorder.mac(), Arp.REQUEST, recorder.mac(), claimed, 0, address(to));
    }

    /** A reply that nobody asked for. */
    byte[] reply(int claimed, Station to) {
        return Frames.arpReply(recorder.mac(), claimed, mac(to), address(to));
    }

    /** A gratuitous request, sent to one station alone: the rightful owner does not see it (RFC 5227 section 2.4). */
    byte[] gratuitous(int claimed, Station to) {
        return Frames.arp(mac(to), recorder.mac(), Arp.REQUEST, recorder.mac(), claimed, 0, claimed);
    }

    private byte[] ping(int from, Station to) {
        Endpoints endpoints = new Endpoints(recorder.mac(), from, mac(to), address(to));
        return Frames.icmpEchoRequest(endpoints, 1, 1, new byte[8]);
    }

    private List<Integer> unusedAddresses(int count) {
        List<Integer> used = new ArrayList<>(List.of(own));
        stations.forEach(station -> used.add(address(station)));
        List<Integer> unused = new ArrayList<>();
        for (int address = own & 0xFFFFFF00 | 2; unused.size() < count; address++) {
            if (!used.contains(address)) {
                unused.add(address);
            }
        }
        return unused;
    }

    private boolean isArp(byte[] frame) {
        return ethernet.wrap(frame) == Flaw.NONE
                && ethernet.type() == Ethernet.TYPE_ARP
                && arp.wrap(ethernet) == Flaw.NONE;
    }

    private boolean isEchoReply(byte[] frame) {
        return ethernet.wrap(frame) == Flaw.NONE
                && ethernet.type() == Ethernet.TYPE_IPV4
                && ip.wrap(ethernet) == Flaw.NONE
                && ip.protocol() == Ipv4.PROTOCOL_ICMP
                && icmp.wrap(ip) == Flaw.NONE
                && icmp.type() == Icmpv4.ECHO_REPLY;
    }

    /** A station's MAC, found by {@link #resolve}. */
    long mac(Station station) {
        return macs.get(station.name());
    }

    static int address(Station station) {
        return Ipv4Address.of(station.address());
    }
}
