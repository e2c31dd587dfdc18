package org.quintain.net.sim.host;

import java.util.Arrays;
import org.quintain.core.derive.Seed;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.Switch;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;

/** A switch with hosts 192.168.1.1, .2 and so on, for tests. */
final class SmallLan {
    final Network network;
    final Switch middle;
    private int hosts;

    SmallLan(int seed) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) seed);
        network = Network.standalone(Seed.of(key));
        middle = new Switch(network, "switch");
    }

    static int address(int number) {
        return Ipv4Address.of("192.168.1." + number);
    }

    Host host(HostPolicy policy) {
        int number = ++hosts;
        Host host = new Host(network, "host" + number, MacAddress.local(number), policy).address(address(number), 24);
        network.connect(host, middle, LinkQuality.LAN);
        return host;
    }

    Host host() {
        return host(HostPolicy.DEFAULT);
    }

    void settle() {
        network.advance(10_000_000);
    }
}
