package org.quintain.net.findcleartextpassword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quintain.core.derive.Seed;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.HostPolicy;
import org.quintain.net.sim.tcp.LineService;
import org.quintain.net.sim.tcp.TcpPolicy;
import org.quintain.net.sim.tcp.TcpStack;
import org.quintain.net.sim.tcp.Typist.Turn;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;

/** Two ends that hold the same keys understand each other, and nobody else. */
class TunnelTest {
    private static final byte[] KEY = new byte[32];

    private final Network network = Network.standalone(Seed.of(KEY));
    private final StringBuilder heard = new StringBuilder();

    private SealedTypist talk(byte[] userKey) {
        Host user = host("user", 1);
        Host machine = host("machine", 2);
        network.connect(user, machine, LinkQuality.LAN);
        LineService service = line -> {
            heard.append(line);
            return LineService.Reply.last("yes\r\n");
        };
        TcpStack.on(machine, TcpPolicy.DEFAULT)
                .listen(
                        443,
                        connection -> new SealedServer(KEY, "radio.school.example", network.noise("machine"), service));
        SealedTypist typist = new SealedTypist(
                network,
                userKey,
                "radio.school.example",
                network.noise("user"),
                List.of(new Turn("", 1000, "wi"), new Turn("", 1000, "nd\r\n"), new Turn("yes", 1000, "")));
        TcpStack.on(user, TcpPolicy.DEFAULT).connect(machine.address(), 443, typist);
        network.advance(10_000_000);
        return typist;
    }

    private Host host(String name, int number) {
        return new Host(network, name, MacAddress.local(number), HostPolicy.DEFAULT)
                .address(Ipv4Address.of("192.168.1." + number), 24);
    }

    @Test
    void whoHoldsTheKeysIsHeardAndAnswered() {
        assertTrue(talk(KEY).isFinished());
        assertEquals("wind", heard.toString());
    }

    @Test
    void aKeyWithOneOtherBitOpensNothing() {
        for (int at : new int[] {0, 31}) {
            byte[] other = KEY.clone();
            other[at] ^= 1;
            assertFalse(new TunnelTest().talk(other).isFinished());
        }
        assertEquals("", heard.toString());
    }
}
