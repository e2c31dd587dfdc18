package org.quintain.net.sim.dns;

import java.util.Arrays;
import java.util.OptionalInt;
import org.quintain.core.derive.Seed;
import org.quintain.net.sim.Limits;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.Switch;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.HostPolicy;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsType;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;

/** Alice, her resolver, three levels of servers that are 20 ms away, and somebody who sends what a test says. */
final class DnsWorld {
    static final int ROOT = Ipv4Address.of("192.168.7.1");
    static final int TOP = Ipv4Address.of("192.168.7.2");
    static final int HARBOUR = Ipv4Address.of("192.168.7.3");
    static final int RESOLVER = Ipv4Address.of("192.168.7.53");
    static final int ALICE = Ipv4Address.of("192.168.7.10");
    static final int MALLORY = Ipv4Address.of("192.168.7.66");
    static final int WWW = Ipv4Address.of("192.0.2.80");
    static final int FORGED = Ipv4Address.of("203.0.113.66");
    static final DnsName WWW_NAME = DnsName.of("www.harbour.example");
    static final long SECOND = 1_000_000;

    final Network network;
    final Switch lan;
    final Host alice;
    final Host mallory;
    final Host resolverHost;
    final Zone harbourZone;
    final AuthoritativeServer harbour;
    final RecursiveResolver resolver;
    final StubResolver stub;
    LookupResult result;
    int results;

    DnsWorld(int seed, DnsPolicy resolverPolicy, DnsPolicy stubPolicy, ZoneKey key) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        network = Network.standalone(Seed.of(bytes), new Limits(16_384, 1L << 40));
        lan = new Switch(network, "lan");
        new AuthoritativeServer(host("root", ROOT, 20_000), root());
        new AuthoritativeServer(host("top", TOP, 20_000), top());
        harbourZone = harbourZone();
        if (key != null) {
            harbourZone.signedBy(key);
        }
        harbour = new AuthoritativeServer(host("harbour", HARBOUR, 20_000), harbourZone);
        resolverHost = host("resolver", RESOLVER, 50);
        resolver = new RecursiveResolver(resolverHost, resolverPolicy, new NameServer(DnsName.of("ns.example"), ROOT));
        alice = host("alice", ALICE, 50);
        mallory = host("mallory", MALLORY, 50);
        stub = new StubResolver(alice, stubPolicy, RESOLVER);
    }

    DnsWorld(int seed, DnsPolicy policy) {
        this(seed, policy, DnsPolicy.DEFAULT, null);
    }

    static Zone root() {
        return new Zone(".", 86_400)
                .server("ns.example", ROOT)
                .delegate("example", "ns1.example", TOP)
                .delegate("test", "ns1.example", TOP);
    }

    private static Zone top() {
        return new Zone("example", 3600)
                .server("ns1.example", TOP)
                .a("www.example", Ipv4Address.of("192.0.2.1"))
                .delegate("harbour.example", "ns1.harbour.example", HARBOUR);
    }

    static Zone harbourZone() {
        return new Zone("harbour.example", 300)
                .server("ns1.harbour.example", HARBOUR)
                .a("www.harbour.example", WWW)
                .a("mail.harbour.example", Ipv4Address.of("192.0.2.25"))
                .cname("web.harbour.example", "www.harbour.example")
                .cname("home.harbour.example", "www.example")
                .txt("a.b.harbour.example", "deep")
                .delegate("boats.harbour.example", "ns.boats.harbour.example", Ipv4Address.of("192.168.7.99"));
    }

    final Host host(String name, int address, int latencyMicros) {
        Host host = new Host(network, name, MacAddress.local(address & 0xFF), HostPolicy.DEFAULT).address(address, 24);
        network.connect(host, lan, LinkQuality.latency(latencyMicros));
        return host;
    }

    /** Alice asks; a minute passes, or less when she knows. */
    LookupResult ask(String name) {
        return ask(name, DnsType.A);
    }

    LookupResult ask(String name, int type) {
        begin(name, type);
        int before = results;
        network.advanceUntil(() -> results > before, 60 * SECOND);
        return result;
    }

    void begin(String name, int type) {
        stub.lookup(name, type, done -> {
            result = done;
            results++;
        });
    }

    void begin(String name) {
        begin(name, DnsType.A);
    }

    OptionalInt address(String name) {
        return ask(name).address();
    }

    /** Mallory sends a message to the resolver as if the harbour's server did. */
    void forge(int port, byte[] message) {
        forge(HARBOUR, RESOLVER, port, message);
    }

    void forge(int source, int destination, int port, byte[] message) {
        Endpoints way = new Endpoints(mallory.mac(), source, MacAddress.local(destination & 0xFF), destination);
        mallory.sendFrame(Frames.udp(way, Dns.PORT, port, message));
    }
}
