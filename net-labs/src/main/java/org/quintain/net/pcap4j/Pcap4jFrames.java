package org.quintain.net.pcap4j;

import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IllegalRawDataException;
import org.pcap4j.packet.Packet;
import org.pcap4j.packet.UnknownPacket;

/** Frames as pcap4j's packets, and packets as frames. */
public final class Pcap4jFrames {
    private Pcap4jFrames() {}

    /**
     * Takes a frame apart.
     *
     * @param frame an Ethernet frame without check sequence, or any bytes; not kept
     * @return an {@link EthernetPacket}, or an {@link UnknownPacket} of all bytes if pcap4j refuses them as Ethernet or
     *     fails on them; what it refuses further inside is an {@code IllegalPacket} there
     */
    public static Packet packet(byte[] frame) {
        if (frame.length > 0) {
            try {
                return EthernetPacket.newPacket(frame, 0, frame.length);
            } catch (IllegalRawDataException notEthernet) {
                // Given as it is below.
            } catch (ArrayIndexOutOfBoundsException bugOfPcap4j) {
                // Version 1.8.2 reads beyond the end of some ICMPv6 messages: given as it is below.
            }
        }
        return new UnknownPacket.Builder().rawData(frame.clone()).build();
    }

    /**
     * Writes a packet.
     *
     * @param packet an {@link EthernetPacket}; another one is sent as it is, without a header before it
     * @return a new array: the bytes as pcap4j writes them, so without what it dropped when it read them
     */
    public static byte[] frame(Packet packet) {
        return packet.getRawData().clone();
    }
}
