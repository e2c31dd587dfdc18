package org.quintain.net.wire;

/**
 * Why bytes are no header of the kind that was asked for: a value, because a frame with a flaw is nothing exceptional.
 *
 * <p>Checksums are no flaw: whoever wants to know asks {@code isChecksumRight}.
 */
public enum Flaw {
    /** The header is sound. */
    NONE,

    /** Fewer than 14 bytes are left for destination, source and type (RFC 894). */
    ETHERNET_TRUNCATED,
    /** Fewer than 4 bytes are left for tag control information and type (IEEE 802.1Q clause 9.6). */
    VLAN_TRUNCATED,

    /** Fewer than 28 bytes are left: IPv4 over Ethernet needs as many (RFC 826, Packet format). */
    ARP_TRUNCATED,
    /** The hardware type is not Ethernet (RFC 826, Packet Reception: "Do I have the hardware type in ar$hrd?"). */
    ARP_HARDWARE_TYPE,
    /** The protocol type is not IPv4 (RFC 826, Packet Reception: "Do I speak the protocol in ar$pro?"). */
    ARP_PROTOCOL_TYPE,
    /** A hardware address does not have 6 bytes (RFC 826, Packet Reception: "optionally check the hardware length"). */
    ARP_HARDWARE_LENGTH,
    /** A protocol address does not have 4 bytes (RFC 826, Packet Reception: "optionally check the protocol length"). */
    ARP_PROTOCOL_LENGTH,

    /** Fewer than 20 bytes are left: the shortest header (RFC 791 section 3.1, IHL). */
    IPV4_TRUNCATED,
    /** The version is not 4; to be discarded silently (RFC 1122 section 3.2.1.1). */
    IPV4_VERSION,
    /** The header has fewer than 5 words (RFC 791 section 3.1: "the minimum value for a correct header is 5"). */
    IPV4_HEADER_LENGTH,
    /** The header is longer than what is left of the frame (RFC 791 section 3.1, IHL). */
    IPV4_HEADER_BEYOND_FRAME,
    /** The total length is less than the header's (RFC 791 section 3.1, Total Length). */
    IPV4_TOTAL_LENGTH,
    /** The total length is more than what is left of the frame (RFC 791 section 3.1, Total Length). */
    IPV4_TOTAL_LENGTH_BEYOND_FRAME,
    /** An option of the second format has a length below 2 (RFC 791 section 3.1, Options). */
    IPV4_OPTION_LENGTH,
    /** An option does not end within the header (RFC 791 section 3.1, Options). */
    IPV4_OPTION_BEYOND_HEADER,

    /** Fewer than 8 bytes are left (RFC 792: type, code, checksum and one more word in each message). */
    ICMPV4_TRUNCATED,

    /** Fewer than 8 bytes are left (RFC 768, Format). */
    UDP_TRUNCATED,
    /** The length is below 8 (RFC 768, Length: "the minimum value of the length is eight"). */
    UDP_LENGTH,
    /** The length is more than what the packet holds (RFC 768, Length); so, too, in a first fragment. */
    UDP_LENGTH_BEYOND_PACKET,

    /** Fewer than 20 bytes are left (RFC 9293 section 3.1). */
    TCP_TRUNCATED,
    /** The data offset is below 5 words (RFC 9293 section 3.1, Data Offset). */
    TCP_DATA_OFFSET,
    /** The data offset points behind the segment's end (RFC 9293 section 3.1, Data Offset). */
    TCP_DATA_OFFSET_BEYOND_SEGMENT,
    /** An option of the second format has a length below 2 (RFC 9293 section 3.1, Options; MUST-7). */
    TCP_OPTION_LENGTH,
    /** An option does not end within the header (RFC 9293 section 3.1, Options; MUST-7). */
    TCP_OPTION_BEYOND_HEADER,

    /** Fewer than 12 bytes are left (RFC 1035 section 4.1.1). */
    DNS_TRUNCATED,
    /** A message has more than 65,535 bytes (RFC 1035 section 4.2.2). */
    DNS_MESSAGE_LENGTH,
    /** A name has no end within the message (RFC 1035 section 3.1). */
    DNS_NAME_BEYOND_MESSAGE,
    /** A name has more than 255 bytes (RFC 1035 section 3.1). */
    DNS_NAME_LENGTH,
    /** A label begins with the bits 01 or 10 (RFC 1035 section 4.1.4: reserved; RFC 6891 section 5 gave up their use). */
    DNS_LABEL_KIND,
    /** A pointer leads forward, to itself or into the header (RFC 1035 section 4.1.4: "a prior occurrence"). */
    DNS_POINTER,
    /** A question does not end within the message (RFC 1035 section 4.1.2). */
    DNS_QUESTION_BEYOND_MESSAGE,
    /** A record's fields do not end within the message (RFC 1035 section 4.1.3). */
    DNS_RECORD_BEYOND_MESSAGE,
    /** A record's data do not end within the message (RFC 1035 section 4.1.3, RDLENGTH). */
    DNS_DATA_BEYOND_MESSAGE,
    /** A record's data do not have the form of its type (RFC 1035 section 3.3). */
    DNS_DATA,

    /** Fewer than 240 bytes are left: fixed fields and magic cookie (RFC 2131 sections 2 and 3). */
    DHCPV4_TRUNCATED,
    /** The operation is neither request nor reply (RFC 2131 section 2, op). */
    DHCPV4_OPERATION,
    /** A hardware address has more than 16 bytes (RFC 2131 section 2, chaddr). */
    DHCPV4_HARDWARE_LENGTH,
    /** The options do not begin with 99, 130, 83, 99 (RFC 2131 section 3). */
    DHCPV4_MAGIC_COOKIE,
    /** An option does not end within its field (RFC 2132 section 2). */
    DHCPV4_OPTION_BEYOND_FIELD,
    /** Option overload has not one byte of 1 to 3 (RFC 2132 section 9.3). */
    DHCPV4_OVERLOAD,

    /** A text is not labels of 1 to 63 bytes between dots (RFC 1035 section 5.1). */
    DNS_NAME_TEXT,
    /** A text is not four numbers between dots. */
    IPV4_ADDRESS_PARTS,
    /** A number of an address is not one to three ASCII digits, has a leading zero or is above 255. */
    IPV4_ADDRESS_NUMBER,
    /** A text is not six pairs of hexadecimal digits between colons. */
    MAC_ADDRESS_FORM;

    /** Whether the header is refused. */
    public boolean isFlaw() {
        return this != NONE;
    }
}
