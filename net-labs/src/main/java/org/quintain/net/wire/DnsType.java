package org.quintain.net.wire;

/** Types of resource records, 16 bits each (IANA, Domain Name System Parameters, Resource Record TYPEs). */
public final class DnsType {
    /** An IPv4 address (RFC 1035 section 3.4.1). */
    public static final int A = 1;
    /** A name server that is responsible for a zone (RFC 1035 section 3.3.11). */
    public static final int NS = 2;
    /** The canonical name behind an alias (RFC 1035 section 3.3.1). */
    public static final int CNAME = 5;
    /** Start of a zone of authority (RFC 1035 section 3.3.13). */
    public static final int SOA = 6;
    /** A pointer to another name, for addresses turned into names (RFC 1035 section 3.3.12). */
    public static final int PTR = 12;
    /** A mail exchange (RFC 1035 section 3.3.9). */
    public static final int MX = 15;
    /** Text strings (RFC 1035 section 3.3.14). */
    public static final int TXT = 16;
    /** An IPv6 address (RFC 3596 section 2.1). */
    public static final int AAAA = 28;
    /** What a sender can do beyond RFC 1035: class and time to live have other meanings (RFC 6891 section 6.1.2). */
    public static final int OPT = 41;
    /** A signature over records (RFC 4034 section 3); its data are opaque here. */
    public static final int RRSIG = 46;
    /** A public key of a zone (RFC 4034 section 2); its data are opaque here. */
    public static final int DNSKEY = 48;
    /** In a question only: records of any type (RFC 1035 section 3.2.3, "*"). */
    public static final int ANY = 255;

    private DnsType() {}

    /** The type's mnemonic, or {@code TYPE} and its number (RFC 3597 section 5). */
    public static String name(int type) {
        return switch (type) {
            case A -> "A";
            case NS -> "NS";
            case CNAME -> "CNAME";
            case SOA -> "SOA";
            case PTR -> "PTR";
            case MX -> "MX";
            case TXT -> "TXT";
            case AAAA -> "AAAA";
            case OPT -> "OPT";
            case RRSIG -> "RRSIG";
            case DNSKEY -> "DNSKEY";
            case ANY -> "ANY";
            default -> "TYPE" + type;
        };
    }
}
