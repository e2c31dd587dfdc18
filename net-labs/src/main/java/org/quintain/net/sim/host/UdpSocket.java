package org.quintain.net.sim.host;

import org.quintain.core.Incubating;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Udp;

/** A UDP port of a host, bound by {@link Host#bind}. */
@Incubating
public final class UdpSocket {
    private final UdpSockets owner;
    private final int port;
    private final UdpHandler handler;
    private boolean isOpen = true;
    private long receivedDatagrams;

    UdpSocket(UdpSockets owner, int port, UdpHandler handler) {
        this.owner = owner;
        this.port = port;
        this.handler = handler;
    }

    /**
     * Sends a datagram from this port and the host's address; see the other {@code send}.
     *
     * @param destination an address, broadcast of the link, or a group
     * @param destinationPort 16 bits
     * @param payload 0 to 65,507 bytes, copied
     */
    public boolean send(int destination, int destinationPort, byte[] payload) {
        return send(destination, destinationPort, payload, 0, payload.length);
    }

    /**
     * Sends a datagram from this port and the host's present address (0.0.0.0 without one).
     *
     * @param destination an address, broadcast of the link, or a group
     * @param destinationPort 16 bits
     * @param from where the payload is; it is copied, nothing else is allocated but the frame
     * @param offset of the payload
     * @param lengthBytes of the payload, 0 to 65,507
     * @return false if the socket is closed or {@link Host#send} refuses the packet
     */
    public boolean send(int destination, int destinationPort, byte[] from, int offset, int lengthBytes) {
        return isOpen && owner.send(port, destination, destinationPort, from, offset, lengthBytes);
    }

    /** Gives the port back; datagrams for it are unreachable from now on. */
    public void close() {
        if (isOpen) {
            isOpen = false;
            owner.remove(this);
        }
    }

    void receive(Ipv4 packet, Udp datagram) {
        receivedDatagrams++;
        handler.receive(this, packet, datagram);
    }

    UdpHandler handler() {
        return handler;
    }

    /** 1 to 65535. */
    public int port() {
        return port;
    }

    /** False from {@link #close} on. */
    public boolean isOpen() {
        return isOpen;
    }

    /** How many datagrams have come here. */
    public long receivedDatagrams() {
        return receivedDatagrams;
    }
}
