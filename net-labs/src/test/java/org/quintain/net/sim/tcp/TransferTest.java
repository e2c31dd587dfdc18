package org.quintain.net.sim.tcp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.sim.Port;
import org.quintain.net.sim.Tap;

/** What one application sends the other one gets: all of it, once, in order, over whatever link. */
class TransferTest {
    private static final int PORT = 80;
    private static final TcpPolicy PATIENT =
            TcpPolicy.DEFAULT.withLimits(TcpLimits.DEFAULT.withRetransmissions(100, 100));
    static final LinkQuality POOR = LinkQuality.LAN
            .withJitter(400)
            .withLoss(100_000)
            .withReordering(100_000, 900)
            .withDuplicates(100_000);

    @Provide
    Arbitrary<LinkQuality> qualities() {
        Arbitrary<Integer> chance = Arbitraries.integers().between(0, 250_000);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20_000),
                        Arbitraries.integers().between(0, 20_000),
                        chance,
                        chance,
                        Arbitraries.integers().between(0, 50_000),
                        chance,
                        Arbitraries.of(0L, 1_000_000L, 100_000_000L))
                .as(LinkQuality::new);
    }

    @Provide
    Arbitrary<TcpPolicy> policies() {
        return Combinators.combine(
                        Arbitraries.of(SegmentChecks.values()),
                        Arbitraries.of(OverlapRules.values()),
                        Arbitraries.of(true, false),
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(1, 100),
                                Arbitraries.integers().between(1000, 65_535)),
                        Arbitraries.integers().between(1, 65_536),
                        Arbitraries.oneOf(
                                Arbitraries.of(1, 536, 1460),
                                Arbitraries.integers().between(1, 1460)))
                .as((checks, overlap, isNagle, window, buffer, mss) -> PATIENT.withChecks(checks)
                        .withOverlap(overlap)
                        .withNagle(isNagle)
                        .withLimits(PATIENT.limits().withBuffers(window, buffer).withMaxSegmentBytes(mss)));
    }

    @Property(tries = 150, seed = "20261124", edgeCases = EdgeCasesMode.NONE)
    void bytesArriveOnceInOrder(
            @ForAll("qualities") LinkQuality quality,
            @ForAll("policies") TcpPolicy client,
            @ForAll("policies") TcpPolicy server,
            @ForAll @IntRange(max = 3000) int toServer,
            @ForAll @IntRange(max = 3000) int toClient,
            @ForAll @IntRange(max = 60_000) int seed) {
        exchange(new TwoHosts(seed, quality, client, server), toServer, toClient);
    }

    @Property(tries = 20, seed = "20261125", edgeCases = EdgeCasesMode.NONE)
    void largeTextsArriveOnceInOrder(
            @ForAll("qualities") LinkQuality quality, @ForAll @IntRange(max = 60_000) int seed) {
        exchange(new TwoHosts(seed, quality, PATIENT, PATIENT), 200_000, 30_000);
    }

    private static void exchange(TwoHosts hosts, int toServer, int toClient) {
        Sender atClient = new Sender(1, toServer);
        Sender atServer = new Sender(2, toClient);
        hosts.server.listen(PORT, connection -> atServer);
        hosts.client.connect(hosts.bob.address(), PORT, atClient);
        boolean isDone = hosts.network.advanceUntil(
                () -> atClient.told.contains("NORMAL") && atServer.told.contains("NORMAL"), Long.MAX_VALUE / 4);
        assertTrue(
                isDone,
                () -> atClient.told + " " + atServer.told + " at " + hosts.network.now() + " spent "
                        + hosts.network.isSpent() + " " + hosts.client.connections() + hosts.server.connections());
        assertArrayEquals(atClient.text, atServer.bytes.toByteArray());
        assertArrayEquals(atServer.text, atClient.bytes.toByteArray());
        assertEquals(List.of("connected", "peerClosed", "NORMAL"), atClient.told);
        assertEquals(List.of("connected", "peerClosed", "NORMAL"), atServer.told);
        hosts.network.advance(300_000_000);
        assertEquals(List.of(), hosts.client.connections());
        assertEquals(List.of(), hosts.server.connections());
    }

    @Test
    void theSameSeedGivesTheSameFramesBitForBit() throws Exception {
        assertEquals(digest(7), digest(7));
        assertNotEquals(digest(7), digest(8));
    }

    private static String digest(int seed) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        TwoHosts hosts = new TwoHosts(seed, POOR);
        hosts.network.addTap(new Tap() {
            @Override
            public void sent(long micros, Port from, byte[] frame, int origin) {
                digest.update((micros + " " + from + " " + origin + " ").getBytes(StandardCharsets.US_ASCII));
                digest.update(frame);
            }
        });
        exchange(hosts, 50_000, 20_000);
        return HexFormat.of().formatHex(digest.digest());
    }

    @Test
    void aCleanLinkCarriesAMebibyteWithoutSendingAnythingTwice() {
        TwoHosts hosts = new TwoHosts(1, LinkQuality.LAN);
        long[] frames = {0};
        hosts.network.addTap((micros, from, frame, origin) -> frames[0]++);
        exchange(hosts, 1 << 20, 0);
        // 719 segments and as many acknowledgments, handshake, closing, ARP.
        assertTrue(frames[0] < 2 * 719 + 20, "frames: " + frames[0]);
    }
}
