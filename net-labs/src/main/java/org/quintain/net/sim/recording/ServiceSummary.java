package org.quintain.net.sim.recording;

import java.util.ArrayList;
import java.util.List;
import org.quintain.core.Message;
import org.quintain.net.wire.DhcpOptions;
import org.quintain.net.wire.Dhcpv4;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsCursor;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsSection;
import org.quintain.net.wire.DnsType;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;
import org.quintain.net.wire.Udp;

/**
 * What is in a datagram from or to the ports of DNS and DHCP, in one line.
 *
 * <p>Keys: {@code dns-query dns-answer dns-referral dns-error}, {@code dhcp}.
 */
final class ServiceSummary {
    private static final int MAX_RECORDS = 4;
    private static final String[] DHCP_TYPES = {
        "DISCOVER", "OFFER", "REQUEST", "DECLINE", "ACK", "NAK", "RELEASE", "INFORM"
    };

    private ServiceSummary() {}

    /** The message, or null if it is neither, or cannot be read. */
    static Message of(Udp udp, String source, String destination) {
        if (udp.sourcePort() == Dns.PORT || udp.destinationPort() == Dns.PORT) {
            Dns dns = new Dns();
            return dns.wrap(udp) == Flaw.NONE ? dns(dns, source, destination) : null;
        }
        boolean isDhcp = isDhcpPort(udp.sourcePort()) && isDhcpPort(udp.destinationPort());
        Dhcpv4 dhcp = new Dhcpv4();
        return isDhcp && dhcp.wrap(udp) == Flaw.NONE ? dhcp(dhcp) : null;
    }

    private static boolean isDhcpPort(int port) {
        return port == Dhcpv4.SERVER_PORT || port == Dhcpv4.CLIENT_PORT;
    }

    private static Message dns(Dns dns, String source, String destination) {
        String question = "?";
        List<String> answers = new ArrayList<>();
        List<String> servers = new ArrayList<>();
        DnsCursor cursor = new DnsCursor().wrap(dns);
        DnsName name = new DnsName();
        while (cursor.next() && answers.size() < MAX_RECORDS && servers.size() < MAX_RECORDS) {
            if (cursor.isQuestion()) {
                question = cursor.readName(name) == Flaw.NONE
                        ? name + " " + DnsType.name(cursor.type())
                        : DnsType.name(cursor.type());
            } else if (cursor.section() == DnsSection.ANSWER) {
                answers.add(data(cursor, name));
            } else if (cursor.isType(DnsType.NS)) {
                servers.add(data(cursor, name));
            }
        }
        List<Object> arguments = new ArrayList<>(
                List.of("question", question, "id", dns.id(), "source", source, "destination", destination));
        if (!dns.isResponse()) {
            return Message.of("dns-query", arguments.toArray());
        }
        if (!answers.isEmpty()) {
            arguments.addAll(List.of("data", String.join(", ", answers)));
            return Message.of("dns-answer", arguments.toArray());
        }
        if (!servers.isEmpty()) {
            arguments.addAll(List.of("data", String.join(", ", servers)));
            return Message.of("dns-referral", arguments.toArray());
        }
        arguments.addAll(List.of("code", dns.responseCode()));
        return Message.of("dns-error", arguments.toArray());
    }

    private static String data(DnsCursor cursor, DnsName name) {
        if (cursor.isType(DnsType.A)) {
            return Ipv4Address.format(cursor.address());
        }
        boolean isName = cursor.isType(DnsType.NS) || cursor.isType(DnsType.CNAME) || cursor.isType(DnsType.PTR);
        if (isName && cursor.readDataName(name) == Flaw.NONE) {
            return name.toString();
        }
        return DnsType.name(cursor.type());
    }

    private static Message dhcp(Dhcpv4 dhcp) {
        String type = dhcp.operation() == Dhcpv4.BOOT_REQUEST ? "BOOTREQUEST" : "BOOTREPLY";
        int requested = 0;
        DhcpOptions options = new DhcpOptions().wrap(dhcp);
        while (options.next()) {
            if (options.isCode(DhcpOptions.MESSAGE_TYPE) && options.dataLengthBytes() == 1) {
                int number = options.number8();
                type = number >= 1 && number <= DHCP_TYPES.length ? DHCP_TYPES[number - 1] : type;
            } else if (options.isCode(DhcpOptions.REQUESTED_ADDRESS) && options.dataLengthBytes() == 4) {
                requested = options.address();
            }
        }
        int address = dhcp.yourAddress() != 0 ? dhcp.yourAddress() : requested;
        return Message.of(
                "dhcp",
                "type",
                type,
                "mac",
                MacAddress.format(dhcp.clientMac()),
                "address",
                Ipv4Address.format(address));
    }
}
