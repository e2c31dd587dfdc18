package org.quintain.net.wire.capture;

/** What a captured packet begins with (draft-ietf-opsawg-pcaplinktype, section 2.1, the list of link types). */
public final class LinkType {
    /** LINKTYPE_ETHERNET: an Ethernet header, without the preamble and mostly without the check sequence. */
    public static final int ETHERNET = 1;
    /** LINKTYPE_RAW: an IPv4 or IPv6 header. */
    public static final int RAW_IP = 101;

    private LinkType() {}
}
