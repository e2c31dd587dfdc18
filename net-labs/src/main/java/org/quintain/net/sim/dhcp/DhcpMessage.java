package org.quintain.net.sim.dhcp;

import java.util.Arrays;
import org.quintain.net.wire.DhcpOptions;
import org.quintain.net.wire.DhcpOptionsWriter;
import org.quintain.net.wire.Dhcpv4;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Header;
import org.quintain.net.wire.Ipv4Address;

/** A message that was received: its fields, and the options that count. Set again and again; allocates nothing. */
final class DhcpMessage {
    private static final int ROOM_BYTES = 400;

    private final Dhcpv4 header = new Dhcpv4();
    private final DhcpOptions options = new DhcpOptions();
    private int type;
    private int requestedAddress;
    private int server;
    private int subnetMask;
    private int router;
    private int dnsServer;
    private long leaseSeconds;
    private long renewalSeconds;
    private long rebindingSeconds;

    /** Reads a datagram's payload; what is no sound message from or to an Ethernet is refused. */
    boolean read(Header datagram) {
        type = 0;
        requestedAddress = Ipv4Address.ANY;
        server = Ipv4Address.ANY;
        subnetMask = 0;
        router = Ipv4Address.ANY;
        dnsServer = Ipv4Address.ANY;
        leaseSeconds = -1;
        renewalSeconds = -1;
        rebindingSeconds = -1;
        if (header.wrap(datagram) != Flaw.NONE
                || header.hardwareType() != Dhcpv4.HARDWARE_ETHERNET
                || header.hardwareLengthBytes() != 6) {
            return false;
        }
        options.wrap(header);
        while (options.next()) {
            if (options.isCode(options.code())) {
                readOption();
            }
        }
        return options.flaw() == Flaw.NONE && type != 0;
    }

    private void readOption() {
        switch (options.code()) {
            case DhcpOptions.MESSAGE_TYPE -> type = options.number8();
            case DhcpOptions.REQUESTED_ADDRESS -> requestedAddress = options.address();
            case DhcpOptions.SERVER_IDENTIFIER -> server = options.address();
            case DhcpOptions.SUBNET_MASK -> subnetMask = options.address();
            case DhcpOptions.ROUTER -> router = options.address();
            case DhcpOptions.DNS_SERVER -> dnsServer = options.address();
            case DhcpOptions.LEASE_SECONDS -> leaseSeconds = options.number32();
            case DhcpOptions.RENEWAL_SECONDS -> renewalSeconds = options.number32();
            case DhcpOptions.REBINDING_SECONDS -> rebindingSeconds = options.number32();
            default -> {}
        }
    }

    /** A new request, with room for its options. */
    static Dhcpv4 begin(int transactionId, long mac) {
        return new Dhcpv4()
                .begin(new byte[ROOM_BYTES], 0)
                .transactionId(transactionId)
                .clientMac(mac);
    }

    static byte[] finish(Dhcpv4 dhcp, DhcpOptionsWriter options) {
        return Arrays.copyOf(dhcp.array(), options.end());
    }

    Dhcpv4 header() {
        return header;
    }

    int type() {
        return type;
    }

    int requestedAddress() {
        return requestedAddress;
    }

    /** The server identifier, 0.0.0.0 without one. */
    int server() {
        return server;
    }

    int subnetMask() {
        return subnetMask;
    }

    int router() {
        return router;
    }

    int dnsServer() {
        return dnsServer;
    }

    /** -1 without the option. */
    long leaseSeconds() {
        return leaseSeconds;
    }

    /** T1, or half of the time lent (RFC 2131 section 4.4.5). */
    long renewalSeconds() {
        return renewalSeconds >= 1 && renewalSeconds <= leaseSeconds ? renewalSeconds : leaseSeconds / 2;
    }

    /** T2, or seven eighths of the time lent (RFC 2131 section 4.4.5). */
    long rebindingSeconds() {
        boolean isSound = rebindingSeconds >= renewalSeconds() && rebindingSeconds <= leaseSeconds;
        return isSound ? rebindingSeconds : Math.max(renewalSeconds(), leaseSeconds * 7 / 8);
    }
}
