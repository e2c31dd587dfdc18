package org.quintain.net.sim.dhcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.quintain.core.derive.Noise;
import org.quintain.core.derive.Seed;
import org.quintain.net.sim.DigestTap;
import org.quintain.net.sim.Limits;
import org.quintain.net.sim.Link;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.Switch;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.HostPolicy;
import org.quintain.net.wire.DhcpLease;
import org.quintain.net.wire.DhcpMessages;
import org.quintain.net.wire.DhcpOptions;
import org.quintain.net.wire.DhcpOptionsWriter;
import org.quintain.net.wire.Dhcpv4;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;

/** Hostile messages: 50,000 in the build, more with {@code -Dquintain.hostile.messages=1000000}. */
class DhcpTest {
    private static final int MESSAGES = Integer.getInteger("quintain.hostile.messages", 50_000);
    private static final int SERVER = Ipv4Address.of("192.168.7.1");
    private static final int FIRST = Ipv4Address.of("192.168.7.100");
    private static final int DNS = Ipv4Address.of("192.168.7.53");
    private static final long SECOND = 1_000_000;
    private static final long LEASE = 3600;

    private final Network network = Network.standalone(seed(1), new Limits(16_384, 1L << 40));
    private final Switch lan = new Switch(network, "lan");
    private final Host serverHost = host("server").address(SERVER, 24);
    private final DhcpServer server = new DhcpServer(serverHost, new DhcpPool(FIRST, 4, 24, SERVER, DNS, LEASE));
    private final Host mallory = host("mallory").address(Ipv4Address.of("192.168.7.66"), 24);
    private int lost;
    private DhcpLease bound;

    private static Seed seed(int number) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) number);
        return Seed.of(key);
    }

    private Host host(String name) {
        Host host = new Host(network, name, MacAddress.local(network.nodeCount()), HostPolicy.DEFAULT);
        network.connect(host, lan, LinkQuality.LAN);
        return host;
    }

    private DhcpClient client(Host host, OfferPolicy policy) {
        return new DhcpClient(host, policy, new DhcpListener() {
                    @Override
                    public void bound(DhcpLease lease) {
                        bound = lease;
                    }

                    @Override
                    public void lost() {
                        lost++;
                    }
                })
                .start();
    }

    private DhcpClient client(String name) {
        DhcpClient client = client(host(name), OfferPolicy.FIRST);
        network.advance(SECOND);
        return client;
    }

    @Test
    void aHostWithoutAddressGetsOneWithGatewayAndNameServer() {
        Host host = host("bob");
        DhcpClient client = client(host, OfferPolicy.FIRST);
        network.advance(SECOND);
        assertEquals(DhcpState.BOUND, client.state());
        assertEquals(FIRST, host.address());
        assertEquals(SERVER, host.gateway());
        assertEquals(new DhcpLease(FIRST, SERVER, LEASE, Ipv4Address.mask(24), SERVER, DNS), bound);
        assertFalse(server.binding(FIRST).isOffered());
        int[] replies = new int[1];
        host.onEchoReply((packet, reply) -> replies[0]++);
        host.ping(SERVER, 1, 1, new byte[8]);
        network.advance(SECOND);
        assertEquals(1, replies[0]);
    }

    @Test
    void eachClientHasItsOwnAddressAndKeepsItWhenItComesBack() {
        DhcpClient first = client("c1");
        DhcpClient second = client("c2");
        assertEquals(FIRST, first.lease().address());
        assertEquals(FIRST + 1, second.lease().address());
        first.release();
        network.advance(2 * SECOND);
        assertNull(server.binding(FIRST));
        first.start();
        network.advance(SECOND);
        assertEquals(FIRST, first.lease().address());
    }

    @Test
    void theLeaseIsRenewedAtHalfOfItsTimeWithTheServerAlone() {
        DhcpClient client = client("bob");
        long expiry = client.expiryMicros();
        network.advance(LEASE / 2 * SECOND - 2 * SECOND);
        assertEquals(expiry, client.expiryMicros());
        network.advance(4 * SECOND);
        assertEquals(DhcpState.BOUND, client.state());
        assertTrue(client.expiryMicros() >= expiry + LEASE / 2 * SECOND - 2 * SECOND);
        assertEquals(2, server.counters().acknowledgements());
        network.advance(20 * LEASE * SECOND);
        assertEquals(DhcpState.BOUND, client.state());
        assertEquals(0, lost);
    }

    @Test
    void withoutServerItIsRenewingThenRebindingAndLosesTheAddressAtTheEnd() {
        Host host = host("bob");
        DhcpClient client = client(host, OfferPolicy.FIRST);
        network.advance(SECOND);
        Link link = serverHost.port(0).link();
        link.setUp(false);
        network.advance(LEASE / 2 * SECOND);
        assertEquals(DhcpState.RENEWING, client.state());
        network.advance(LEASE * 3 / 8 * SECOND + 60 * SECOND);
        assertEquals(DhcpState.REBINDING, client.state());
        assertEquals(FIRST, host.address());
        network.advance(LEASE / 8 * SECOND);
        assertEquals(DhcpState.SELECTING, client.state());
        assertEquals(Ipv4Address.ANY, host.address());
        assertEquals(1, lost);
        link.setUp(true);
        network.advance(70 * SECOND);
        assertEquals(DhcpState.BOUND, client.state());
    }

    @Test
    void aRebindingClientIsToldByAllThatItsAddressStillHolds() {
        DhcpClient client = client("bob");
        Link link = serverHost.port(0).link();
        link.setUp(false);
        network.advance(LEASE * 7 / 8 * SECOND + 30 * SECOND);
        link.setUp(true);
        network.advance(LEASE / 8 * SECOND);
        assertEquals(DhcpState.BOUND, client.state());
        assertEquals(0, lost);
    }

    @Test
    void anAddressThatSomebodyUsesIsDeclinedAndAnotherOneTaken() {
        host("squatter").address(FIRST, 24);
        DhcpClient client = client("bob");
        network.advance(20 * SECOND);
        assertEquals(1, client.counters().declines());
        assertEquals(DhcpBinding.DECLINED, server.binding(FIRST).mac());
        assertEquals(FIRST + 1, client.lease().address());
    }

    @Test
    void aRefusedRenewalTakesTheAddressAwayAtOnce() {
        Host host = host("bob");
        DhcpClient client = client(host, OfferPolicy.FIRST);
        network.advance(SECOND);
        byte[] release = DhcpMessages.release(1, host.mac(), FIRST, SERVER);
        toServer(mallory.mac(), release);
        network.advance(LEASE / 2 * SECOND);
        assertEquals(1, server.counters().refusals());
        assertEquals(1, lost);
        network.advance(10 * SECOND);
        assertEquals(DhcpState.BOUND, client.state());
    }

    @Test
    void anotherOnesAddressIsRefusedAndNotTakenAway() {
        Host bob = host("bob");
        client(bob, OfferPolicy.FIRST);
        network.advance(SECOND);
        toServer(mallory.mac(), DhcpMessages.request(1, mallory.mac(), FIRST, SERVER));
        toServer(mallory.mac(), DhcpMessages.release(1, mallory.mac(), FIRST, SERVER));
        assertEquals(1, server.counters().refusals());
        assertEquals(0, server.counters().releases());
        assertEquals(bob.mac(), server.binding(FIRST).mac());
    }

    @Test
    void aStrangersNamesExhaustThePool() {
        for (int i = 0; i < 4; i++) {
            long mac = MacAddress.local(1000 + i);
            toServer(mac, DhcpMessages.discover(i, mac));
            toServer(mac, DhcpMessages.request(i, mac, FIRST + i, SERVER));
        }
        DhcpClient client = client("bob");
        assertEquals(DhcpState.SELECTING, client.state());
        assertEquals(4, server.bindings().size());
        assertTrue(server.counters().exhausted() > 0);
        network.advance((LEASE + 70) * SECOND);
        assertEquals(DhcpState.BOUND, client.state());
    }

    @Test
    void whoOffersFirstIsTheGatewayUnlessTheClientKnowsItsServer() {
        Link slow = serverHost.port(0).link();
        slow.setQuality(LinkQuality.latency(500));
        int mallorysAddress = mallory.address();
        new DhcpServer(mallory, new DhcpPool(FIRST + 50, 4, 24, mallorysAddress, mallorysAddress, LEASE));
        Host trusting = host("trusting");
        client(trusting, OfferPolicy.FIRST);
        Host knowing = host("knowing");
        client(knowing, OfferPolicy.of(SERVER));
        network.advance(2 * SECOND);
        assertEquals(mallorysAddress, trusting.gateway());
        assertEquals(SERVER, knowing.gateway());
    }

    private void toServer(long mac, byte[] message) {
        Endpoints way = new Endpoints(mac, Ipv4Address.ANY, serverHost.mac(), SERVER);
        mallory.sendFrame(Frames.udp(way, Dhcpv4.CLIENT_PORT, Dhcpv4.SERVER_PORT, message));
        network.advance(200);
    }

    @Test
    void noMessageMakesAnExceptionAndTheServiceGoesOn() {
        Host bob = host("bob");
        DhcpClient client = client(bob, OfferPolicy.FIRST);
        network.advance(SECOND);
        Noise noise = network.noise("mutations");
        Dhcpv4 last = new Dhcpv4();
        Host listener = host("listener");
        byte[][] heard = new byte[1][];
        listener.bind(
                Dhcpv4.SERVER_PORT,
                (socket, packet, datagram) ->
                        heard[0] = Arrays.copyOfRange(datagram.array(), datagram.payloadOffset(), datagram.limit()));
        for (int i = 0; i < MESSAGES; i++) {
            byte[] message = message(noise, bob.mac());
            boolean isToClient = noise.below(2) == 0;
            if (isToClient && message.length > 8) {
                message[0] = Dhcpv4.BOOT_REPLY;
                if (heard[0] != null && last.wrap(heard[0], 0, heard[0].length).ordinal() == 0) {
                    System.arraycopy(heard[0], 4, message, 4, 4);
                }
            }
            int port = isToClient ? Dhcpv4.CLIENT_PORT : Dhcpv4.SERVER_PORT;
            Endpoints way = new Endpoints(
                    mallory.mac(),
                    noise.below(4) == 0 ? Ipv4Address.ANY : SERVER,
                    isToClient ? bob.mac() : serverHost.mac(),
                    isToClient ? Ipv4Address.BROADCAST : SERVER);
            Endpoints toAll =
                    new Endpoints(way.sourceMac(), Ipv4Address.ANY, MacAddress.BROADCAST, Ipv4Address.BROADCAST);
            mallory.sendFrame(Frames.udp(isToClient ? toAll : way, 67, port, message));
            network.advance(noise.below(20) == 0 ? noise.below(2_000_000_000) : noise.below(20_000));
            assertTrue(server.bindings().size() <= 4 && network.framesInFlight() < 100);
        }
        assertTrue(
                server.counters().malformedMessages() > 100 && client.counters().malformedMessages() > 100);
        assertTrue(
                server.counters().acknowledgements() > 10,
                "acks=" + server.counters().acknowledgements());
        network.advance(2 * LEASE * SECOND);
        mallory.port(0).link().setUp(false);
        network.advance(10 * LEASE * SECOND);
        assertTrue(server.counters().offers() > 0 && server.bindings().size() <= 4);
    }

    private byte[] message(Noise noise, long bob) {
        long mac = noise.below(3) > 0 ? bob : MacAddress.local(2000 + noise.below(10));
        Dhcpv4 dhcp = DhcpMessage.begin(noise.below(5), mac)
                .clientAddress(noise.below(2) == 0 ? 0 : FIRST + noise.below(5))
                .yourAddress(FIRST + noise.below(5))
                .flags((int) noise.nextLong());
        DhcpOptionsWriter options = new DhcpOptionsWriter(dhcp).number8(DhcpOptions.MESSAGE_TYPE, 1 + noise.below(8));
        if (noise.below(2) == 0) {
            options.addresses(DhcpOptions.REQUESTED_ADDRESS, FIRST + noise.below(5));
        }
        if (noise.below(3) > 0) {
            options.addresses(DhcpOptions.SERVER_IDENTIFIER, SERVER);
        }
        options.number32(DhcpOptions.LEASE_SECONDS, noise.below(4) == 0 ? noise.nextLong() : 60);
        options.number32(DhcpOptions.RENEWAL_SECONDS, noise.below(2) == 0 ? 0 : noise.nextLong());
        options.addresses(DhcpOptions.SUBNET_MASK, noise.below(3) > 0 ? -256 : (int) noise.nextLong());
        byte[] message = DhcpMessage.finish(dhcp, options);
        message = noise.below(8) == 0 ? Arrays.copyOf(message, noise.below(message.length + 1)) : message;
        for (int i = noise.below(3); i > 0 && message.length > 0; i--) {
            int at = noise.below(2) == 0
                    ? noise.below(message.length)
                    : Math.min(message.length - 1, 236 + noise.below(30));
            message[at] = (byte) noise.nextLong();
        }
        return message;
    }

    @Test
    void sameSeedGivesTheSameTrafficBitForBit() {
        assertEquals(digest(1), digest(1));
        assertFalse(digest(1).equals(digest(2)));
    }

    private static String digest(int number) {
        Network network = Network.standalone(seed(number));
        DigestTap digest = new DigestTap();
        network.addTap(digest);
        Switch lan = new Switch(network, "lan");
        Host server = new Host(network, "s", MacAddress.local(1), HostPolicy.DEFAULT).address(SERVER, 24);
        network.connect(server, lan, LinkQuality.LAN.withLoss(100_000));
        new DhcpServer(server, new DhcpPool(FIRST, 4, 24, SERVER, DNS, 60));
        for (int i = 0; i < 3; i++) {
            Host host = new Host(network, "c" + i, MacAddress.local(10 + i), HostPolicy.DEFAULT);
            network.connect(host, lan, LinkQuality.LAN.withLoss(100_000));
            new DhcpClient(host, OfferPolicy.FIRST, lease -> {}).start();
        }
        network.advance(1000 * SECOND);
        return digest.takeHex();
    }
}
