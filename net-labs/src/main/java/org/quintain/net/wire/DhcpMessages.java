package org.quintain.net.wire;

import java.util.Arrays;

/** The usual DHCP messages (RFC 2131 section 4.4.1 and table 3), ready for {@link Frames#udp}. */
public final class DhcpMessages {
    private static final int ROOM_BYTES = 400;

    private DhcpMessages() {}

    /** Looks for servers; answers are to be sent to all (RFC 2131 section 4.1, BROADCAST). */
    public static byte[] discover(int transactionId, long mac) {
        Dhcpv4 dhcp = fromClient(transactionId, mac).broadcast(true);
        return finished(dhcp, new DhcpOptionsWriter(dhcp).number8(DhcpOptions.MESSAGE_TYPE, DhcpOptions.DISCOVER));
    }

    /** Takes an offered address from one of the servers that offered (RFC 2131 section 4.3.2, SELECTING). */
    public static byte[] request(int transactionId, long mac, int address, int server) {
        Dhcpv4 dhcp = fromClient(transactionId, mac).broadcast(true);
        return finished(
                dhcp,
                new DhcpOptionsWriter(dhcp)
                        .number8(DhcpOptions.MESSAGE_TYPE, DhcpOptions.REQUEST)
                        .addresses(DhcpOptions.REQUESTED_ADDRESS, address)
                        .addresses(DhcpOptions.SERVER_IDENTIFIER, server));
    }

    /** Gives an address back (RFC 2131 section 4.4.6). */
    public static byte[] release(int transactionId, long mac, int address, int server) {
        Dhcpv4 dhcp = fromClient(transactionId, mac).clientAddress(address);
        return finished(
                dhcp,
                new DhcpOptionsWriter(dhcp)
                        .number8(DhcpOptions.MESSAGE_TYPE, DhcpOptions.RELEASE)
                        .addresses(DhcpOptions.SERVER_IDENTIFIER, server));
    }

    /** Offers an address to who asked (RFC 2131 section 4.3.1). */
    public static byte[] offer(Dhcpv4 discover, DhcpLease lease) {
        return lent(discover, DhcpOptions.OFFER, lease);
    }

    /** Gives the address that was asked for (RFC 2131 section 4.3.1). */
    public static byte[] ack(Dhcpv4 request, DhcpLease lease) {
        return lent(request, DhcpOptions.ACK, lease);
    }

    /** Refuses the address that was asked for (RFC 2131 section 4.3.2). */
    public static byte[] nak(Dhcpv4 request, int server) {
        Dhcpv4 dhcp = fromServer(request);
        return finished(
                dhcp,
                new DhcpOptionsWriter(dhcp)
                        .number8(DhcpOptions.MESSAGE_TYPE, DhcpOptions.NAK)
                        .addresses(DhcpOptions.SERVER_IDENTIFIER, server));
    }

    private static byte[] lent(Dhcpv4 request, int type, DhcpLease lease) {
        Dhcpv4 dhcp = fromServer(request).yourAddress(lease.address());
        return finished(
                dhcp,
                new DhcpOptionsWriter(dhcp)
                        .number8(DhcpOptions.MESSAGE_TYPE, type)
                        .addresses(DhcpOptions.SERVER_IDENTIFIER, lease.server())
                        .number32(DhcpOptions.LEASE_SECONDS, lease.seconds())
                        .addresses(DhcpOptions.SUBNET_MASK, lease.subnetMask())
                        .addresses(DhcpOptions.ROUTER, lease.router())
                        .addresses(DhcpOptions.DNS_SERVER, lease.dnsServer()));
    }

    private static Dhcpv4 fromClient(int transactionId, long mac) {
        return new Dhcpv4()
                .begin(new byte[ROOM_BYTES], 0)
                .transactionId(transactionId)
                .clientMac(mac);
    }

    /** xid, flags, giaddr and chaddr come from the client's message (RFC 2131 section 4.3.1, table 3). */
    private static Dhcpv4 fromServer(Dhcpv4 request) {
        return fromClient(request.transactionId(), request.clientMac())
                .operation(Dhcpv4.BOOT_REPLY)
                .flags(request.flags())
                .relayAddress(request.relayAddress());
    }

    private static byte[] finished(Dhcpv4 dhcp, DhcpOptionsWriter options) {
        return Arrays.copyOf(dhcp.array(), options.end());
    }
}
