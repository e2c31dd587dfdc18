package org.quintain.net.sim.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quintain.net.wire.Arp;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.MacAddress;

class ArpPolicyTest {
    private static final long FORGED = MacAddress.local(666);
    private final SmallLan lan = new SmallLan(2);
    private final Host mallory = lan.host();
    private final Host server = lan.host();

    /** What a victim believes after one packet: its columns are without and with an entry for the server before. */
    @ParameterizedTest
    @CsvSource({
        "EVERYTHING,       request,            true,  true",
        "EVERYTHING,       reply,              true,  true",
        "EVERYTHING,       gratuitous request, true,  true",
        "RFC_826,          request,            true,  true",
        "RFC_826,          reply,              true,  true",
        "RFC_826,          gratuitous request, false, true",
        "RFC_826,          gratuitous reply,   false, true",
        "LINUX,            request,            true,  true",
        "LINUX,            reply,              false, true",
        "LINUX,            gratuitous request, false, true",
        "LINUX_ARP_ACCEPT, reply,              true,  true",
        "LINUX_ARP_ACCEPT, gratuitous request, true,  true",
        "AWAITED_REPLIES,  request,            false, false",
        "AWAITED_REPLIES,  reply,              false, false",
        "AWAITED_REPLIES,  gratuitous request, false, false",
        "NOTHING,          request,            false, false",
        "NOTHING,          reply,              false, false",
    })
    void forgedPacketPoisonsByPolicy(ArpBehaviour policy, String kind, boolean createsEntry, boolean overwritesEntry) {
        for (boolean isKnown : new boolean[] {false, true}) {
            Host victim = lan.host(HostPolicy.DEFAULT.withArp(policy));
            if (isKnown) {
                victim.arpCache().put(server.address(), server.mac());
            }
            lan.network.advance(2_000_000);
            mallory.sendFrame(forged(kind, victim));
            lan.network.advance(10_000);
            boolean isPoisoned = victim.arpCache().find(server.address()) == FORGED;
            assertEquals(isKnown ? overwritesEntry : createsEntry, isPoisoned, "known before: " + isKnown);
        }
    }

    private byte[] forged(String kind, Host victim) {
        return switch (kind) {
            case "request" -> arp(Arp.REQUEST, victim.mac(), victim.address());
            case "reply" -> arp(Arp.REPLY, victim.mac(), victim.address());
            case "gratuitous request" -> arp(Arp.REQUEST, MacAddress.BROADCAST, server.address());
            default -> arp(Arp.REPLY, MacAddress.BROADCAST, server.address());
        };
    }

    private byte[] arp(int operation, long targetMac, int target) {
        return Frames.arp(targetMac, FORGED, operation, FORGED, server.address(), targetMac, target);
    }

    @Test
    void linuxKeepsAYoungEntryAgainstAPlainReply() {
        Host victim = lan.host(HostPolicy.DEFAULT.withArp(ArpBehaviour.LINUX));
        victim.arpCache().put(server.address(), server.mac());
        mallory.sendFrame(forged("reply", victim));
        lan.network.advance(500_000);
        assertEquals(server.mac(), victim.arpCache().find(server.address()));
        lan.network.advance(600_000);
        mallory.sendFrame(forged("reply", victim));
        lan.network.advance(10_000);
        assertEquals(FORGED, victim.arpCache().find(server.address()));
    }

    @Test
    void hardenedHostBelievesTheAnswerItAsksFor() {
        Host victim = lan.host(HostPolicy.DEFAULT.withArp(ArpBehaviour.AWAITED_REPLIES));
        victim.ping(server.address(), 1, 1, new byte[0]);
        lan.network.advance(10_000);
        assertEquals(server.mac(), victim.arpCache().find(server.address()));
    }

    @Test
    void staticEntryIsNotOverwrittenByAnyPolicy() {
        Host victim = lan.host(HostPolicy.DEFAULT.withArp(ArpBehaviour.EVERYTHING));
        victim.arpCache().putStatic(server.address(), server.mac());
        mallory.sendFrame(forged("reply", victim));
        lan.network.advance(100_000_000);
        assertEquals(server.mac(), victim.arpCache().find(server.address()));
    }

    @Test
    void cacheIsBoundedAndTheOldestLeaves() {
        Host victim =
                lan.host(HostPolicy.DEFAULT.withArp(ArpBehaviour.EVERYTHING).withArpTable(1_000_000_000, 8));
        victim.arpCache().putStatic(SmallLan.address(200), 1 << 1);
        for (int i = 0; i < 50; i++) {
            mallory.sendFrame(Frames.gratuitousArp(FORGED, SmallLan.address(100 + i)));
            lan.network.advance(1000);
        }
        assertEquals(8, victim.arpCache().addresses().size());
        assertEquals(FORGED, victim.arpCache().find(SmallLan.address(149)));
        assertEquals(ArpCache.UNKNOWN, victim.arpCache().find(SmallLan.address(142)));
        assertEquals(2, victim.arpCache().find(SmallLan.address(200)));
    }

    @Test
    void claimOfTheOwnAddressIsCountedAndNotBelieved() {
        mallory.sendFrame(Frames.gratuitousArp(FORGED, server.address()));
        lan.network.advance(10_000);
        assertEquals(1, server.networkInterface().addressConflicts());
        assertEquals(ArpCache.UNKNOWN, server.arpCache().find(server.address()));
    }
}
