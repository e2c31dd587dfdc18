package org.quintain.net.sim;

import java.util.ArrayList;
import java.util.List;
import org.quintain.core.derive.Seed;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.MacAddress;

/** A node that does nothing but send what a test says and remember what comes. */
class Probe extends Node {
    record Arrival(long atMicros, byte[] frame, int origin) {}

    final long mac;
    final List<Arrival> arrivals = new ArrayList<>();

    Probe(Network network, String name, long number) {
        super(network, name);
        mac = MacAddress.local(number);
    }

    @Override
    protected void receive(Port port, byte[] frame, int origin) {
        arrivals.add(new Arrival(network().now(), frame, origin));
    }

    /** A frame of 60 bytes with a serial number. */
    byte[] frameTo(long destination, int serial) {
        byte[] frame = new byte[Ethernet.MIN_FRAME_BYTES];
        new Ethernet().begin(frame, 0).destination(destination).source(mac).type(0x88b5);
        frame[14] = (byte) (serial >>> 16);
        frame[15] = (byte) (serial >>> 8);
        frame[16] = (byte) serial;
        return frame;
    }

    void send(byte[] frame) {
        port(0).send(frame);
    }

    void sendTo(Probe other, int serial) {
        send(frameTo(other.mac, serial));
    }

    List<Integer> serials() {
        return arrivals.stream().map(each -> serial(each.frame())).toList();
    }

    static int serial(byte[] frame) {
        return (frame[14] & 0xff) << 16 | (frame[15] & 0xff) << 8 | frame[16] & 0xff;
    }

    /** A literal seed: 32 times one byte. */
    static Seed seed(int number) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) number);
        return Seed.of(key);
    }
}
