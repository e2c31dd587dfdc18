package org.quintain.net.sim.dhcp;

import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.UdpSocket;
import org.quintain.net.wire.DhcpLease;
import org.quintain.net.wire.DhcpMessages;
import org.quintain.net.wire.DhcpOptions;
import org.quintain.net.wire.DhcpOptionsWriter;
import org.quintain.net.wire.Dhcpv4;
import org.quintain.net.wire.Ipv4Address;

/** What a client says (RFC 2131 section 4.4.1, table 5). */
final class ClientMessages {
    private final Host host;
    private final UdpSocket socket;

    ClientMessages(Host host, UdpSocket socket) {
        this.host = host;
        this.socket = socket;
    }

    void discover(int transactionId) {
        send(Ipv4Address.BROADCAST, DhcpMessages.discover(transactionId, host.mac()));
    }

    /** Asks for what was offered. */
    void request(int transactionId, DhcpLease offer) {
        send(Ipv4Address.BROADCAST, DhcpMessages.request(transactionId, host.mac(), offer.address(), offer.server()));
    }

    /** Asks for more time, one server or all. */
    void renew(int transactionId, DhcpLease lease, int server) {
        Dhcpv4 dhcp = DhcpMessage.begin(transactionId, host.mac()).clientAddress(lease.address());
        send(
                server,
                DhcpMessage.finish(
                        dhcp, new DhcpOptionsWriter(dhcp).number8(DhcpOptions.MESSAGE_TYPE, DhcpOptions.REQUEST)));
    }

    void decline(int transactionId, DhcpLease lease) {
        Dhcpv4 dhcp = DhcpMessage.begin(transactionId, host.mac());
        DhcpOptionsWriter options = new DhcpOptionsWriter(dhcp)
                .number8(DhcpOptions.MESSAGE_TYPE, DhcpOptions.DECLINE)
                .addresses(DhcpOptions.REQUESTED_ADDRESS, lease.address())
                .addresses(DhcpOptions.SERVER_IDENTIFIER, lease.server());
        send(Ipv4Address.BROADCAST, DhcpMessage.finish(dhcp, options));
    }

    void release(int transactionId, DhcpLease lease) {
        send(lease.server(), DhcpMessages.release(transactionId, host.mac(), lease.address(), lease.server()));
    }

    private void send(int to, byte[] message) {
        socket.send(to, Dhcpv4.SERVER_PORT, message);
    }
}
