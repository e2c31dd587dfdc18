package org.quintain.net.wire;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.TcpPacket;
import org.pcap4j.util.MacAddress;

/** Our numbers as pcap4j's objects, and the other way round. */
final class Peer {
    private Peer() {}

    static Inet4Address address(int bits) {
        try {
            return (Inet4Address)
                    InetAddress.getByAddress(ByteBuffer.allocate(4).putInt(bits).array());
        } catch (UnknownHostException fourBytesAreAnAddress) {
            throw new IllegalStateException(fourBytesAreAnAddress);
        }
    }

    static MacAddress mac(long bits) {
        byte[] eight = ByteBuffer.allocate(8).putLong(bits).array();
        return MacAddress.getByAddress(java.util.Arrays.copyOfRange(eight, 2, 8));
    }

    static long bits(MacAddress mac) {
        return ByteBuffer.allocate(8).putShort((short) 0).put(mac.getAddress()).getLong(0);
    }

    static byte[] raw(Object option) {
        return option instanceof TcpPacket.TcpOption tcp
                ? tcp.getRawData()
                : ((IpV4Packet.IpV4Option) option).getRawData();
    }
}
