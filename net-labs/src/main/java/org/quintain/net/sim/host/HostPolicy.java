package org.quintain.net.sim.host;

import org.quintain.core.Incubating;
import org.quintain.net.wire.Ipv4;

/**
 * What a host's system decides: one immutable value, shared by all hosts that are alike. {@link #DEFAULT} is a host by the
 * book; each {@code with…} gives a copy in which one decision is another.
 */
@Incubating
public final class HostPolicy implements Cloneable {
    /**
     * ARP by RFC 826 with entries that hold a minute (RFC 1122 section 2.3.2.1) and 256 of them, one counter for all
     * packets, random ports, checksums verified, broadcast echo not answered, 1,000 ICMP errors a second, 64 hops;
     * fragments overlap as in BSD and wait a minute (RFC 1122 section 3.3.2: 60 to 120 seconds), of 16 packets, in 256 KiB.
     */
    public static final HostPolicy DEFAULT = new HostPolicy();

    private ArpPolicy arp = ArpBehaviour.RFC_826;
    private long arpAgeMicros = 60_000_000;
    private int arpEntries = 256;
    private IdentificationPolicy identification = IdentificationBehaviour.COUNTER;
    private PortPolicy ports = PortBehaviour.RANDOM;
    private boolean isChecksumVerified = true;
    private boolean isBroadcastEchoAnswered;
    private int icmpErrorsPerSecond = 1000;
    private OverlapPolicy overlap = OverlapBehaviour.BSD;
    private long reassemblyMicros = 60_000_000;
    private int reassemblyPackets = 16;
    private int reassemblyBytes = 262_144;
    private int timeToLive = Ipv4.DEFAULT_TIME_TO_LIVE;

    private HostPolicy() {}

    private HostPolicy copy() {
        try {
            return (HostPolicy) clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Which ARP packets are believed. */
    public ArpPolicy arp() {
        return arp;
    }

    /** The same with another way to believe ARP. */
    public HostPolicy withArp(ArpPolicy changed) {
        HostPolicy copy = copy();
        copy.arp = changed;
        return copy;
    }

    /** How long an ARP entry holds, in microseconds. */
    public long arpAgeMicros() {
        return arpAgeMicros;
    }

    /** ARP entries at most. */
    public int arpEntries() {
        return arpEntries;
    }

    /**
     * The same with another ARP table.
     *
     * @param ageMicros how long an entry holds, 1 microsecond or more
     * @param entries at most, 1 to 4,096
     */
    public HostPolicy withArpTable(long ageMicros, int entries) {
        if (ageMicros < 1 || entries < 1 || entries > 4096) {
            throw new IllegalArgumentException(
                    "1 microsecond or more, 1 to 4096 entries wanted: ageMicros=" + ageMicros + " entries=" + entries);
        }
        HostPolicy copy = copy();
        copy.arpAgeMicros = ageMicros;
        copy.arpEntries = entries;
        return copy;
    }

    /** How IPv4 packets are numbered. */
    public IdentificationPolicy identification() {
        return identification;
    }

    /** The same with other numbers of packets. */
    public HostPolicy withIdentification(IdentificationPolicy changed) {
        HostPolicy copy = copy();
        copy.identification = changed;
        return copy;
    }

    /** How ephemeral ports are chosen. */
    public PortPolicy ports() {
        return ports;
    }

    /** The same with another choice of ports. */
    public HostPolicy withPorts(PortPolicy changed) {
        HostPolicy copy = copy();
        copy.ports = changed;
        return copy;
    }

    /** Whether packets with a wrong IPv4, ICMP or UDP checksum are dropped (RFC 1122 3.2.1.2 and 4.1.3.4: MUST). */
    public boolean isChecksumVerified() {
        return isChecksumVerified;
    }

    /** The same, checksums verified or not. */
    public HostPolicy withChecksumVerified(boolean isVerified) {
        HostPolicy copy = copy();
        copy.isChecksumVerified = isVerified;
        return copy;
    }

    /** Whether an echo request to a broadcast address is answered (RFC 1122 section 3.2.2.6: MAY be discarded). */
    public boolean isBroadcastEchoAnswered() {
        return isBroadcastEchoAnswered;
    }

    /** The same, broadcast echo answered or not. */
    public HostPolicy withBroadcastEchoAnswered(boolean isAnswered) {
        HostPolicy copy = copy();
        copy.isBroadcastEchoAnswered = isAnswered;
        return copy;
    }

    /** ICMP errors sent at most in a second, to all together; see {@link #withIcmpErrorsPerSecond}. */
    public int icmpErrorsPerSecond() {
        return icmpErrorsPerSecond;
    }

    /**
     * The same with another limit for ICMP errors, by a token bucket for all destinations that holds a twentieth of it, 1
     * or more (RFC 1812 section 4.3.2.8; Linux: icmp_msgs_per_sec 1000, icmp_msgs_burst 50).
     *
     * @param errors 0 to 1,000,000; with 0 the host sends none
     */
    public HostPolicy withIcmpErrorsPerSecond(int errors) {
        if (errors < 0 || errors > 1_000_000) {
            throw new IllegalArgumentException("0 to 1000000 errors a second wanted: errors=" + errors);
        }
        HostPolicy copy = copy();
        copy.icmpErrorsPerSecond = errors;
        return copy;
    }

    /** Whose bytes count where fragments overlap. */
    public OverlapPolicy overlap() {
        return overlap;
    }

    /** The same with another overlap policy. */
    public HostPolicy withOverlap(OverlapPolicy changed) {
        HostPolicy copy = copy();
        copy.overlap = changed;
        return copy;
    }

    /** A reassembler by this policy, as hosts have one, for a device that inspects. */
    public Reassembler newReassembler() {
        return new Reassembler(overlap, reassemblyMicros, reassemblyPackets, reassemblyBytes);
    }

    /** The same with other bounds of reassembly; ranges as in {@link Reassembler#Reassembler}. */
    public HostPolicy withReassembly(long lifeMicros, int maxPackets, int maxBytes) {
        HostPolicy copy = copy();
        copy.reassemblyMicros = lifeMicros;
        copy.reassemblyPackets = maxPackets;
        copy.reassemblyBytes = maxBytes;
        copy.newReassembler();
        return copy;
    }

    /** Hops that a packet of the host can make. */
    public int timeToLive() {
        return timeToLive;
    }

    /**
     * The same with another number of hops.
     *
     * @param hops 1 to 255
     */
    public HostPolicy withTimeToLive(int hops) {
        if (hops < 1 || hops > 255) {
            throw new IllegalArgumentException("1 to 255 hops wanted: hops=" + hops);
        }
        HostPolicy copy = copy();
        copy.timeToLive = hops;
        return copy;
    }
}
