package org.quintain.net.sim.recording;

import java.util.ArrayList;
import java.util.List;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.Node;
import org.quintain.net.sim.Port;

/** A node that sends what it is told to and keeps what it gets. */
final class Talker extends Node {
    final List<byte[]> got = new ArrayList<>();

    Talker(Network network, String name) {
        super(network, name);
    }

    void say(byte[] frame) {
        port(0).send(frame);
    }

    @Override
    protected void receive(Port port, byte[] frame, int origin) {
        got.add(frame);
    }
}
