package org.quintain.net.sim.tcp;

import org.quintain.core.derive.Seed;
import org.quintain.net.sim.Link;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.HostPolicy;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;

/** Alice, the client, and Bob, the server, on one link. */
final class TwoHosts {
    final Network network;
    final Host alice;
    final Host bob;
    final Link link;
    final TcpStack client;
    final TcpStack server;

    TwoHosts(int seed, LinkQuality quality, TcpPolicy clientPolicy, TcpPolicy serverPolicy) {
        byte[] key = new byte[32];
        key[0] = (byte) (seed >>> 8);
        key[1] = (byte) seed;
        network = Network.standalone(Seed.of(key));
        alice = new Host(network, "alice", MacAddress.local(1), HostPolicy.DEFAULT)
                .address(Ipv4Address.of("192.168.1.10"), 24);
        bob = new Host(network, "bob", MacAddress.local(2), HostPolicy.DEFAULT)
                .address(Ipv4Address.of("192.168.1.20"), 24);
        link = network.connect(alice, bob, quality);
        client = TcpStack.on(alice, clientPolicy);
        server = TcpStack.on(bob, serverPolicy);
    }

    TwoHosts(int seed, LinkQuality quality) {
        this(seed, quality, TcpPolicy.DEFAULT, TcpPolicy.DEFAULT);
    }
}
