package org.quintain.net.sim.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.sim.Port;
import org.quintain.net.sim.Switch;
import org.quintain.net.sim.Tap;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Icmpv4;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;
import org.quintain.net.wire.Udp;

class RouterTest {
    private static final int FAR = Ipv4Address.of("203.0.113.9");
    private final SmallLan lan = new SmallLan(3);
    private final Host alice = lan.host();
    private final Switch outside = new Switch(lan.network, "outside");
    private final Router router = new Router(lan.network, "router", HostPolicy.DEFAULT);
    private final Host far = new Host(lan.network, "far", MacAddress.local(99), HostPolicy.DEFAULT)
            .address(FAR, 24)
            .gateway(Ipv4Address.of("203.0.113.1"));
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void link() {
        router.attach(lan.middle, LinkQuality.LAN, MacAddress.local(50), SmallLan.address(254), 24);
        router.attach(outside, LinkQuality.LAN, MacAddress.local(51), Ipv4Address.of("203.0.113.1"), 24);
        lan.network.connect(far, outside, LinkQuality.LAN);
        alice.gateway(SmallLan.address(254));
    }

    private UdpHandler listener() {
        return new UdpHandler() {
            @Override
            public void receive(UdpSocket socket, Ipv4 packet, Udp datagram) {
                heard.add(Ipv4Address.format(packet.source()) + " ttl " + packet.timeToLive() + " bytes "
                        + datagram.payloadLengthBytes());
            }

            @Override
            public void error(UdpSocket socket, Icmpv4 message, Ipv4 about) {
                heard.add("error " + message.type() + "." + message.code() + " mtu " + message.nextHopMtuBytes());
            }
        };
    }

    @Test
    void packetArrivesWithOneHopLessARightChecksumAndItsOrigin() {
        far.bind(7, listener());
        List<Integer> origins = new ArrayList<>();
        far.port(0).link().addTap(new Tap() {
            @Override
            public void sent(long micros, Port from, byte[] frame, int origin) {}

            @Override
            public void delivered(long micros, Port to, byte[] frame, int origin) {
                Ethernet ethernet = new Ethernet();
                Ipv4 ip = new Ipv4();
                ethernet.wrap(frame);
                if (to.node() == far && ethernet.type() == Ethernet.TYPE_IPV4) {
                    ip.wrap(ethernet);
                    assertTrue(ip.isChecksumRight());
                    assertEquals(MacAddress.local(51), ethernet.source());
                    origins.add(origin);
                }
            }
        });
        alice.bind(8, listener()).send(FAR, 7, new byte[5]);
        lan.settle();
        assertEquals(List.of("192.168.1.1 ttl 63 bytes 5"), heard);
        assertEquals(List.of(alice.index()), origins);
        assertEquals(1, router.counters().forwardedPackets());
    }

    @Test
    void usedUpHopsAreToldTheSender() {
        alice.bind(5000, listener());
        Ipv4 packet = alice.begin(Ipv4.PROTOCOL_UDP, alice.address(), FAR, 12).timeToLive(1);
        new Udp().begin(packet.array(), packet.payloadOffset(), packet.limit()).sourcePort(5000);
        alice.send(packet);
        lan.settle();
        assertEquals(List.of("error 11.0 mtu 0"), heard);
        assertEquals(1, router.counters().expiredPackets());
        assertEquals(0, router.counters().forwardedPackets());
    }

    @Test
    void usedUpHopsOfAnErrorOrALaterFragmentAreNotTold() {
        Endpoints way = new Endpoints(alice.mac(), alice.address(), MacAddress.local(50), FAR);
        List<byte[]> fragments = Frames.fragments(Frames.udp(way, 5000, 7, new byte[100]), 68, 1);
        List<byte[]> frames = new ArrayList<>(fragments);
        frames.add(Frames.icmp(way, Icmpv4.TIME_EXCEEDED, 0, 0, new byte[28]));
        frames.add(Frames.ipv4(way, Ipv4.PROTOCOL_ICMP, new byte[0]));
        frames.add(Frames.icmpEchoRequest(way, 1, 1, new byte[28]));
        for (byte[] frame : frames) {
            new Ipv4()
                    .place(frame, Ethernet.LENGTH_BYTES, frame.length)
                    .timeToLive(1)
                    .writeChecksum();
            alice.sendFrame(frame);
        }
        lan.settle();
        assertEquals(frames.size(), router.counters().expiredPackets());
        assertEquals(2, router.counters().icmpErrorsSent(), "about the first fragment and the echo request");
    }

    @Test
    void longestPrefixWins() {
        router.route(0, 0, 0, SmallLan.address(7)).route(Ipv4Address.of("203.0.113.8"), 30, 0, SmallLan.address(8));
        assertEquals(0, router.routeTo(FAR).interfaceNumber());
        assertEquals(1, router.routeTo(Ipv4Address.of("203.0.113.77")).interfaceNumber());
        assertEquals(
                SmallLan.address(7),
                router.routeTo(Ipv4Address.of("198.51.100.1")).nextHop());
    }

    @Test
    void missingNetworkAndSilentHostAreUnreachable() {
        UdpSocket socket = alice.bind(5000, listener());
        assertNull(router.routeTo(Ipv4Address.of("198.51.100.1")));
        socket.send(Ipv4Address.of("198.51.100.1"), 7, new byte[1]);
        socket.send(Ipv4Address.of("203.0.113.200"), 7, new byte[1]);
        lan.settle();
        assertEquals(List.of("error 3.0 mtu 0", "error 3.1 mtu 0"), heard);
    }

    @Test
    void narrowLinkFragmentsOrTellsItsMtu() {
        router.networkInterface(1).mtuBytes(576);
        far.bind(7, listener());
        UdpSocket socket = alice.bind(5000, listener());
        socket.send(FAR, 7, new byte[1400]);
        lan.settle();
        assertEquals(List.of("192.168.1.1 ttl 63 bytes 1400"), heard);
        assertEquals(3, far.counters().receivedPackets());
        Ipv4 packet = alice.begin(Ipv4.PROTOCOL_UDP, alice.address(), FAR, 1000).dontFragment(true);
        new Udp().begin(packet.array(), packet.payloadOffset(), packet.limit()).sourcePort(5000);
        alice.send(packet);
        lan.settle();
        assertEquals("error 3.4 mtu 576", heard.get(1));
    }

    @Test
    void fragmentIsFragmentedAgain() {
        router.networkInterface(1).mtuBytes(300);
        far.bind(7, listener());
        router.networkInterface(1).arpCache().putStatic(FAR, far.mac());
        alice.networkInterface().mtuBytes(900);
        alice.bind(8, listener()).send(FAR, 7, new byte[4000]);
        lan.settle();
        assertEquals(List.of("192.168.1.1 ttl 63 bytes 4000"), heard);
    }

    @Test
    void forgedSourceStopsAtTheReversePathFilter() {
        far.bind(7, listener());
        byte[] forged = Frames.udp(
                new Endpoints(alice.mac(), Ipv4Address.of("203.0.113.77"), MacAddress.local(50), FAR),
                1,
                7,
                new byte[9]);
        alice.sendFrame(forged);
        lan.settle();
        assertEquals(1, heard.size());
        router.filter(ForwardFilter.REVERSE_PATH);
        alice.sendFrame(forged);
        alice.bind(8, listener()).send(FAR, 7, new byte[3]);
        lan.settle();
        assertEquals(1, router.counters().filteredPackets());
        assertEquals(List.of("203.0.113.77 ttl 63 bytes 9", "192.168.1.1 ttl 63 bytes 3"), heard);
    }

    @Test
    void routerAnswersEchoAtAnyOfItsAddressesAndPassesNoBroadcastOn() {
        alice.onEchoReply((packet, reply) -> heard.add(Ipv4Address.format(packet.source())));
        alice.ping(SmallLan.address(254), 1, 1, new byte[8]);
        alice.ping(Ipv4Address.of("203.0.113.1"), 1, 2, new byte[8]);
        alice.ping(Ipv4Address.of("203.0.113.255"), 1, 3, new byte[8]);
        lan.settle();
        assertEquals(List.of("192.168.1.254", "203.0.113.1"), heard);
        assertEquals(0, router.counters().forwardedPackets());
        assertFalse(far.counters().receivedPackets() > 0);
    }

    @Test
    void twoRoutersInALoopEndByTheirHops() {
        Router second = new Router(lan.network, "second", HostPolicy.DEFAULT);
        second.attach(lan.middle, LinkQuality.LAN, MacAddress.local(60), SmallLan.address(253), 24);
        second.route(0, 0, 0, SmallLan.address(254));
        router.route(0, 0, 0, SmallLan.address(253));
        alice.bind(5000, listener()).send(Ipv4Address.of("198.51.100.1"), 7, new byte[1]);
        lan.settle();
        assertEquals(List.of("error 11.0 mtu 0"), heard);
        assertEquals(
                63, router.counters().forwardedPackets() + second.counters().forwardedPackets());
    }
}
