package org.quintain.net.sim.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Icmpv4;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;
import org.quintain.net.wire.Udp;

class HostTest {
    private final SmallLan lan = new SmallLan(1);
    private final Host alice = lan.host();
    private final Host bob = lan.host();
    private final List<String> heard = new ArrayList<>();

    private UdpHandler listener() {
        return new UdpHandler() {
            @Override
            public void receive(UdpSocket socket, Ipv4 packet, Udp datagram) {
                heard.add(new String(
                        datagram.array(),
                        datagram.payloadOffset(),
                        datagram.payloadLengthBytes(),
                        StandardCharsets.US_ASCII));
            }

            @Override
            public void error(UdpSocket socket, Icmpv4 message, Ipv4 about) {
                heard.add("error " + message.type() + "." + message.code());
            }
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void echo(UdpSocket socket, Ipv4 packet, Udp datagram) {
        socket.send(
                packet.source(),
                datagram.sourcePort(),
                datagram.array(),
                datagram.payloadOffset(),
                datagram.payloadLengthBytes());
    }

    private Endpoints aliceToBob() {
        return new Endpoints(alice.mac(), alice.address(), bob.mac(), bob.address());
    }

    @Test
    void datagramIsEchoedAfterOneQuestionByArp() {
        bob.bind(7, HostTest::echo);
        UdpSocket socket = alice.bind(0, listener());
        assertTrue(socket.send(bob.address(), 7, bytes("hello")));
        lan.settle();
        assertEquals(List.of("hello"), heard);
        assertEquals(bob.mac(), alice.arpCache().find(bob.address()));
        assertEquals(alice.mac(), bob.arpCache().find(alice.address()), "a request to bob tells him of alice");
        assertTrue(socket.port() >= PortPolicy.FIRST);
    }

    @Test
    void arpEntryIsAskedForAgainAfterItsTime() {
        alice.bind(1, listener()).send(bob.address(), 9, bytes("x"));
        lan.settle();
        assertEquals(bob.mac(), alice.arpCache().find(bob.address()));
        lan.network.advance(51_000_000);
        assertEquals(ArpCache.UNKNOWN, alice.arpCache().find(bob.address()));
    }

    @Test
    void neighbourInUseIsAskedAloneBeforeItsTimeIsOver() {
        List<Long> asked = new ArrayList<>();
        Ethernet ethernet = new Ethernet();
        alice.port(0).link().addTap((micros, from, frame, origin) -> {
            ethernet.wrap(frame);
            if (from == alice.port(0) && ethernet.type() == Ethernet.TYPE_ARP) {
                asked.add(ethernet.destination());
            }
        });
        for (int second = 0; second < 170; second++) {
            alice.ping(bob.address(), 1, second, new byte[0]);
            lan.network.advance(1_000_000);
        }
        assertEquals(List.of(MacAddress.BROADCAST, bob.mac(), bob.mac(), bob.mac()), asked);
        bob.port(0).link().setUp(false);
        for (int second = 0; second < 70; second++) {
            alice.ping(bob.address(), 1, second, new byte[0]);
            lan.network.advance(1_000_000);
        }
        assertEquals(ArpCache.UNKNOWN, alice.arpCache().find(bob.address()));
        assertEquals(MacAddress.BROADCAST, asked.get(asked.size() - 1));
    }

    @Test
    void neighbourThatMovedIsAskedForByAllOnceItsTimeIsOver() {
        Host carol = lan.host(HostPolicy.DEFAULT.withArpTable(4_000_000, 16));
        carol.arpCache().put(bob.address(), MacAddress.local(77));
        lan.network.advance(3_900_000);
        carol.ping(bob.address(), 1, 1, new byte[0]);
        lan.network.advance(200_000);
        assertEquals(ArpCache.UNKNOWN, carol.arpCache().find(bob.address()));
        carol.ping(bob.address(), 1, 2, new byte[0]);
        lan.network.advance(10_000);
        assertEquals(bob.mac(), carol.arpCache().find(bob.address()));
    }

    @Test
    void errorAboutSomebodyElsesPacketIsNotTold() {
        alice.bind(5000, listener());
        Endpoints bobToAlice = aliceToBob().swapped();
        for (Endpoints blamed : new Endpoints[] {bobToAlice, aliceToBob()}) {
            byte[] packet = Frames.udp(blamed, 5000, 9, new byte[0]);
            byte[] quote = Arrays.copyOfRange(packet, Ethernet.LENGTH_BYTES, Ethernet.LENGTH_BYTES + 28);
            bob.sendFrame(Frames.icmp(bobToAlice, Icmpv4.UNREACHABLE, Icmpv4.CODE_PORT, 0, quote));
            bob.sendFrame(Frames.icmp(bobToAlice, Icmpv4.UNREACHABLE, Icmpv4.CODE_HOST, 0, Arrays.copyOf(quote, 27)));
        }
        lan.settle();
        assertEquals(List.of("error 3.3"), heard);
        assertEquals(4, alice.counters().icmpErrorsReceived());
    }

    @Test
    void closedPortIsToldToItsSocket() {
        UdpSocket socket = alice.bind(5000, listener());
        socket.send(bob.address(), 9, bytes("anyone?"));
        lan.settle();
        assertEquals(List.of("error 3.3"), heard);
        assertEquals(1, bob.counters().icmpErrorsSent());
        assertEquals(1, bob.counters().unwantedPackets());
    }

    @Test
    void noErrorIsSentAboutBroadcastsErrorsAndLaterFragments() {
        Endpoints toAll = new Endpoints(alice.mac(), alice.address(), MacAddress.BROADCAST, SmallLan.address(255));
        alice.sendFrame(Frames.udp(toAll, 1, 2, bytes("all")));
        alice.sendFrame(Frames.udp(
                new Endpoints(alice.mac(), Ipv4Address.ANY, bob.mac(), bob.address()), 1, 2, bytes("nobody")));
        alice.sendFrame(Frames.icmp(aliceToBob(), Icmpv4.UNREACHABLE, 3, 0, new byte[28]));
        alice.sendFrame(Frames.ipv4(aliceToBob(), Ipv4.PROTOCOL_ICMP, new byte[0]));
        lan.settle();
        assertEquals(4, bob.counters().receivedPackets());
        assertEquals(0, bob.counters().icmpErrorsSent());
        alice.sendFrame(Frames.udp(aliceToBob(), 1, 2, bytes("one")));
        lan.settle();
        assertEquals(1, bob.counters().icmpErrorsSent());
    }

    @Test
    void icmpErrorsAreLimited() {
        UdpSocket socket = alice.bind(5000, listener());
        bob.arpCache().putStatic(alice.address(), alice.mac());
        for (int i = 0; i < 100; i++) {
            alice.sendFrame(Frames.udp(aliceToBob(), 5000, 9, bytes("probe")));
        }
        lan.network.advance(1000);
        assertEquals(50, bob.counters().icmpErrorsSent(), "a burst");
        assertEquals(50, bob.counters().icmpErrorsSuppressed());
        lan.network.advance(10_000);
        assertEquals(50, heard.size());
        assertTrue(socket.isOpen());
    }

    @Test
    void longDatagramTravelsInFragments() {
        bob.bind(7, HostTest::echo);
        byte[] text = new byte[20_000];
        Arrays.fill(text, (byte) 'z');
        alice.arpCache().putStatic(bob.address(), bob.mac());
        bob.arpCache().putStatic(alice.address(), alice.mac());
        alice.bind(8, listener()).send(bob.address(), 7, text);
        lan.settle();
        assertEquals(List.of(new String(text, StandardCharsets.US_ASCII)), heard);
        assertEquals(14, alice.counters().sentPackets());
        assertEquals(1, bob.counters().reassembledPackets());
    }

    @Test
    void halfAPacketIsToldItsSenderAfterAMinute() {
        alice.bind(5000, listener());
        byte[] frame = Frames.udp(aliceToBob(), 5000, 7, new byte[100]);
        alice.sendFrame(Frames.fragments(frame, 68, 1).get(0));
        lan.network.advance(61_000_000);
        assertEquals(List.of("error 11.1"), heard);
        assertEquals(0, bob.waitingFragmentedPackets());
    }

    @Test
    void packetLongerThanTheMtuIsNotSentWithDontFragment() {
        Ipv4 packet = alice.begin(200, alice.address(), bob.address(), 1600).dontFragment(true);
        assertFalse(alice.send(packet));
        assertEquals(1, alice.counters().tooLongPackets());
    }

    @Test
    void echoIsAnsweredButNotToABroadcastUnlessThePolicySaysSo() {
        alice.onEchoReply((packet, reply) -> heard.add(Ipv4Address.format(packet.source()) + " " + reply.identifier()
                + " " + reply.sequenceNumber() + " " + reply.payloadLengthBytes()));
        Host carol = lan.host(HostPolicy.DEFAULT.withBroadcastEchoAnswered(true));
        alice.ping(bob.address(), 7, 1, new byte[56]);
        lan.settle();
        assertEquals(List.of("192.168.1.2 7 1 56"), heard);
        alice.ping(SmallLan.address(255), 7, 2, new byte[8]);
        lan.settle();
        assertEquals("192.168.1.3 7 2 8", heard.get(1));
        assertEquals(2, heard.size());
        assertEquals(carol.address(), SmallLan.address(3));
    }

    @Test
    void wrongChecksumIsDroppedUnlessThePolicyLooksAway() {
        Host carol = lan.host(HostPolicy.DEFAULT.withChecksumVerified(false));
        bob.bind(7, listener());
        carol.bind(7, listener());
        byte[] toBob = Frames.udp(aliceToBob(), 1, 7, bytes("bob"));
        byte[] toCarol = Frames.udp(
                new Endpoints(alice.mac(), alice.address(), carol.mac(), carol.address()), 1, 7, bytes("carol"));
        toBob[40]++;
        toCarol[40]++;
        alice.sendFrame(toBob);
        alice.sendFrame(toCarol);
        toBob = Frames.udp(aliceToBob(), 1, 7, bytes("bob"));
        toBob[24]++;
        alice.sendFrame(toBob);
        lan.settle();
        assertEquals(List.of("carol"), heard);
        assertEquals(2, bob.counters().wrongChecksums());
    }

    @Test
    void spoofedOwnAndImpossibleSourcesAreDropped() {
        bob.bind(7, listener());
        for (int source : new int[] {bob.address(), Ipv4Address.of("127.0.0.1"), -1, Ipv4Address.of("224.0.0.1")}) {
            alice.sendFrame(Frames.udp(new Endpoints(alice.mac(), source, bob.mac(), bob.address()), 1, 7, bytes("x")));
        }
        lan.settle();
        assertEquals(4, bob.counters().invalidSources());
        assertEquals(List.of(), heard);
    }

    @Test
    void hostTalksToItselfWithoutTheLink() {
        alice.bind(7, HostTest::echo);
        alice.bind(8, listener()).send(Ipv4Address.of("127.0.0.1"), 7, bytes("self"));
        alice.bind(9, listener()).send(alice.address(), 7, bytes("me"));
        lan.settle();
        assertEquals(List.of("self", "me"), heard);
        assertEquals(0, alice.port(0).sentFrames());
    }

    @Test
    void protocolHandlerGetsPacketsAndErrorsAboutItsOwn() {
        ProtocolHandler handler = new ProtocolHandler() {
            @Override
            public void receive(Ipv4 packet) {
                heard.add("packet " + packet.payloadLengthBytes());
            }

            @Override
            public void error(Icmpv4 message, Ipv4 about) {
                heard.add("error " + message.code() + " about " + about.protocol());
            }
        };
        bob.protocol(200, handler);
        alice.protocol(201, handler);
        alice.sendIpv4(200, alice.address(), bob.address(), new byte[12], 2, 10);
        alice.sendIpv4(201, alice.address(), bob.address(), new byte[12], 2, 10);
        lan.settle();
        assertEquals(List.of("packet 10", "error 2 about 201"), heard);
        assertThrows(IllegalArgumentException.class, () -> bob.protocol(200, handler));
        assertThrows(IllegalArgumentException.class, () -> bob.protocol(17, handler));
    }

    @Test
    void hostWithoutAddressGetsWhatComesToItsMacAndToAll() {
        Host client = lan.host().address(Ipv4Address.ANY, 0);
        client.bind(68, listener());
        UdpSocket server = bob.bind(67, listener());
        bob.arpCache().putStatic(SmallLan.address(99), client.mac());
        server.send(SmallLan.address(99), 68, bytes("offer"));
        server.send(Ipv4Address.BROADCAST, 68, bytes("all"));
        lan.settle();
        assertEquals(List.of("offer", "all"), heard);
        client.bind(67, listener()).send(Ipv4Address.BROADCAST, 67, bytes("discover"));
        lan.settle();
        assertEquals("discover", heard.get(2));
    }

    @Test
    void silentNeighbourCostsThreeQuestionsAndItsPackets() {
        for (int i = 0; i < 20; i++) {
            alice.bind(100 + i, listener()).send(SmallLan.address(77), 9, bytes("x"));
        }
        lan.settle();
        assertEquals(3, alice.port(0).sentFrames());
        assertEquals(20, alice.networkInterface().unresolvedPackets());
        for (int i = 0; i < 40; i++) {
            alice.ping(SmallLan.address(100 + i), 1, 1, new byte[0]);
        }
        lan.network.advance(10);
        assertEquals(3 + Resolver.MAX_QUESTIONS, alice.port(0).sentFrames());
    }

    @Test
    void packetForElsewhereGoesToTheGatewayOrNowhere() {
        int elsewhere = Ipv4Address.of("203.0.113.5");
        assertFalse(alice.ping(elsewhere, 1, 1, new byte[0]));
        assertEquals(1, alice.counters().unroutablePackets());
        alice.gateway(bob.address());
        assertTrue(alice.ping(elsewhere, 1, 1, new byte[0]));
        lan.settle();
        assertEquals(1, bob.counters().foreignPackets());
    }

    @Test
    void frameToAllWithAPacketToOneIsDropped() {
        bob.bind(7, listener());
        alice.sendFrame(Frames.udp(
                new Endpoints(alice.mac(), alice.address(), MacAddress.BROADCAST, bob.address()), 1, 7, bytes("x")));
        lan.settle();
        assertEquals(List.of(), heard);
        assertEquals(1, bob.counters().foreignPackets());
    }

    @Test
    void shortFramesArePaddedToSixtyBytes() {
        List<Integer> lengths = new ArrayList<>();
        lan.network.addTap((micros, from, frame, origin) -> lengths.add(frame.length));
        alice.ping(bob.address(), 1, 1, new byte[0]);
        lan.settle();
        assertTrue(lengths.stream().allMatch(length -> length >= Ethernet.MIN_FRAME_BYTES));
        assertTrue(lengths.size() >= 8);
    }
}
