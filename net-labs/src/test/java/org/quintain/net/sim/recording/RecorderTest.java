package org.quintain.net.sim.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quintain.core.Budget;
import org.quintain.core.Meter;
import org.quintain.core.derive.Seed;
import org.quintain.net.sim.LearnerCard;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.NetworkWatcher.Purpose;
import org.quintain.net.sim.Switch;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;
import org.quintain.net.wire.capture.PcapngReader;

class RecorderTest {
    private static final long ALICE_MAC = MacAddress.of("02:00:00:00:00:0a");
    private static final long BOB_MAC = MacAddress.of("02:00:00:00:00:0b");
    private static final long LEARNER_MAC = MacAddress.of("02:00:00:00:00:0c");
    private static final int ALICE = Ipv4Address.of("10.0.0.1");
    private static final int BOB = Ipv4Address.of("10.0.0.2");
    private static final int LEARNER = Ipv4Address.of("10.0.0.3");
    private static final byte[] DATA = {1, 2, 3, 4};

    private Network network;
    private Recorder recorder;
    private Talker alice;
    private Talker bob;
    private LearnerCard learner;

    @BeforeEach
    void build() {
        network = Network.standalone(seed());
        alice = new Talker(network, "alice");
        bob = new Talker(network, "bob");
        Switch lan = new Switch(network, "switch");
        learner = new LearnerCard(network, "learner", LEARNER_MAC, new Meter(Budget.ofQueries(1_000_000)));
        network.connect(alice, lan, LinkQuality.LAN);
        network.connect(bob, lan, LinkQuality.LAN);
        network.connect(learner, lan, LinkQuality.LAN);
        recorder = new Recorder();
        recorder.built(network, learner, Purpose.SCRIPT);
    }

    private static Seed seed() {
        return org.quintain.core.derive.CourseKey.practice()
                .seatKey(org.quintain.core.Seat.practice(1), "net.recorder", 1, new java.util.TreeMap<>())
                .root();
    }

    private static byte[] packet(long sourceMac, long destinationMac, int source, int destination) {
        return Frames.udp(new Endpoints(sourceMac, source, destinationMac, destination), 4000, 5000, DATA);
    }

    private Recording recording() {
        network.advance(1_000_000);
        return recorder.recordings().get(0);
    }

    private List<FrameKind> kinds() {
        return recording().frames().stream().map(RecordedFrame::kind).toList();
    }

    @Test
    void aFrameIsShownOnceFromItsSenderToWhomItNames() {
        bob.say(Frames.gratuitousArp(BOB_MAC, BOB));
        network.advance(1000);
        alice.say(packet(ALICE_MAC, BOB_MAC, ALICE, BOB));
        Recording recording = recording();

        assertEquals(
                List.of("alice", "bob", "learner"),
                recording.lifelines().stream().map(Lifeline::name).toList());
        assertEquals(
                new Lifeline("bob", List.of(BOB_MAC), List.of(BOB)),
                recording.lifelines().get(1));
        assertEquals(
                new Lifeline("learner", List.of(LEARNER_MAC), List.of()),
                recording.lifelines().get(2));
        assertEquals(2, recording.learner());
        assertEquals(2, recording.frames().size());
        RecordedFrame broadcast = recording.frames().get(0);
        assertEquals(List.of(0, 2), broadcast.to());
        RecordedFrame direct = recording.frames().get(1);
        assertEquals(0, direct.from());
        assertEquals(List.of(1), direct.to());
        assertEquals(List.of(), direct.overheardBy());
        assertTrue(direct.arrivedMicros() > direct.sentMicros());
    }

    @Test
    void whatASwitchFloodsIsOverheardByTheLearnerAndByNobodyElse() {
        alice.say(Frames.gratuitousArp(ALICE_MAC, ALICE));
        bob.say(packet(BOB_MAC, MacAddress.of("02:00:00:00:00:99"), BOB, ALICE));
        RecordedFrame flooded = recording().frames().get(1);

        assertEquals(List.of(), flooded.to());
        assertEquals(List.of(2), flooded.overheardBy());
        assertTrue(flooded.isLost());
    }

    @Test
    void aFrameThatClaimsAnothersAddressIsForged() {
        alice.say(Frames.gratuitousArp(ALICE_MAC, ALICE));
        network.advance(1000);
        learner.card().send(Frames.arpReply(LEARNER_MAC, LEARNER, BOB_MAC, BOB));
        learner.card().send(Frames.arpReply(LEARNER_MAC, ALICE, BOB_MAC, BOB));
        learner.card().send(Frames.arpReply(ALICE_MAC, LEARNER, BOB_MAC, BOB));
        learner.card()
                .send(Frames.arp(BOB_MAC, LEARNER_MAC, 2, MacAddress.of("02:00:00:00:00:77"), LEARNER, BOB_MAC, BOB));
        learner.card().send(packet(LEARNER_MAC, BOB_MAC, LEARNER, BOB));
        learner.card().send(packet(LEARNER_MAC, BOB_MAC, ALICE, BOB));
        learner.card().send(packet(ALICE_MAC, BOB_MAC, LEARNER, BOB));

        assertEquals(
                List.of(
                        FrameKind.GENUINE,
                        FrameKind.OWN,
                        FrameKind.FORGED,
                        FrameKind.FORGED,
                        FrameKind.FORGED,
                        FrameKind.OWN,
                        FrameKind.FORGED,
                        FrameKind.FORGED),
                kinds());
    }

    @Test
    void theLearnersAddressesAreThoseOfTrueFrames() {
        alice.say(Frames.gratuitousArp(ALICE_MAC, ALICE));
        learner.card().send(packet(LEARNER_MAC, BOB_MAC, ALICE, BOB));
        learner.card().send(packet(LEARNER_MAC, BOB_MAC, LEARNER, BOB));

        assertEquals(
                new Lifeline("learner", List.of(LEARNER_MAC), List.of(LEARNER)),
                recording().lifelines().get(2));
    }

    @Test
    void anAddressIsAnothersThoughItsOwnerSpeaksLater() {
        learner.card().send(packet(LEARNER_MAC, BOB_MAC, ALICE, BOB));
        network.advance(1000);
        alice.say(Frames.gratuitousArp(ALICE_MAC, ALICE));

        assertEquals(List.of(FrameKind.FORGED, FrameKind.GENUINE), kinds());
    }

    @Test
    void aPacketSentOnUnchangedIsPassedOnAndAChangedOneIsForged() {
        alice.say(packet(ALICE_MAC, LEARNER_MAC, ALICE, BOB));
        network.advance(1000);
        byte[] on = packet(LEARNER_MAC, BOB_MAC, ALICE, BOB);
        new Ipv4().place(on, Ethernet.LENGTH_BYTES, on.length).decrementTimeToLive();
        learner.card().send(on);
        byte[] changed = packet(LEARNER_MAC, BOB_MAC, ALICE, BOB);
        changed[42] ^= 1;
        learner.card().send(changed);

        assertEquals(List.of(FrameKind.GENUINE, FrameKind.PASSED_ON, FrameKind.FORGED), kinds());
    }

    @Test
    void aForgedPacketSentTwiceIsForgedTwice() {
        alice.say(Frames.gratuitousArp(ALICE_MAC, ALICE));
        learner.card().send(packet(LEARNER_MAC, BOB_MAC, ALICE, BOB));
        network.advance(1000);
        learner.card().send(packet(LEARNER_MAC, BOB_MAC, ALICE, BOB));

        assertEquals(List.of(FrameKind.GENUINE, FrameKind.FORGED, FrameKind.FORGED), kinds());
    }

    @Test
    void aForgedPacketThatCameBackStaysForged() {
        alice.say(Frames.gratuitousArp(ALICE_MAC, ALICE));
        learner.card().send(packet(LEARNER_MAC, BOB_MAC, ALICE, BOB));
        network.advance(1000);
        bob.port(0).forward(packet(BOB_MAC, LEARNER_MAC, ALICE, BOB), learner.index());
        network.advance(1000);
        learner.card().send(packet(LEARNER_MAC, BOB_MAC, ALICE, BOB));

        assertEquals(FrameKind.FORGED, kinds().get(3));
    }

    @Test
    void bytesThatAreNoFrameAreTheLearnersOwn() {
        learner.card().send(new byte[] {1, 2, 3});
        assertEquals(List.of(FrameKind.OWN), kinds());
    }

    @Test
    void aFrameIsFollowedThroughASwitchThatTagsIt() {
        Network tagged = Network.standalone(seed());
        Talker here = new Talker(tagged, "here");
        Talker there = new Talker(tagged, "there");
        Switch left = new Switch(tagged, "left");
        Switch right = new Switch(tagged, "right");
        tagged.connect(here, left, LinkQuality.LAN);
        tagged.connect(left, right, LinkQuality.LAN);
        tagged.connect(right, there, LinkQuality.LAN);
        left.access(left.port(0), 7).trunk(left.port(1), 1, 7);
        right.trunk(right.port(0), 1, 7).access(right.port(1), 7);
        Recorder both = new Recorder();
        both.built(tagged, there, Purpose.SESSION);
        here.say(Frames.gratuitousArp(ALICE_MAC, ALICE));
        tagged.advance(1_000_000);

        Recording recording = both.recordings().get(0);
        assertEquals(1, recording.frames().size());
        assertEquals(List.of(1), recording.frames().get(0).to());
    }

    @Test
    void framesBeyondTheBoundAreCounted() {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < Recording.MAX_FRAMES + 5; i++) {
            frames.add(packet(ALICE_MAC, BOB_MAC, ALICE, BOB));
        }
        for (byte[] frame : frames) {
            alice.say(frame);
            network.advance(1000);
        }
        Recording recording = recording();

        assertEquals(Recording.MAX_FRAMES, recording.frames().size());
        assertEquals(5, recording.droppedFrames());
    }

    @Test
    void aNetworkWithoutFramesGivesNoRecordingAndMakesRoom() {
        for (int i = 0; i < 3 * Recorder.MAX_NETWORKS; i++) {
            Network idle = Network.standalone(seed());
            recorder.built(idle, new Talker(idle, "idle"), Purpose.SESSION);
        }
        assertEquals(List.of(), recorder.recordings());
        assertEquals(0, recorder.otherNetworks());
    }

    @Test
    void theCaptureHoldsEachFrameOnceWithItsCommentAndItsSendersInterface() {
        byte[] frame = Frames.gratuitousArp(BOB_MAC, BOB);
        bob.say(frame);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        CaptureFile.write(recording(), one -> "frame " + one.number(), file);

        PcapngReader reader = new PcapngReader(new ByteArrayInputStream(file.toByteArray()));
        assertTrue(reader.next());
        int end = reader.offset() + reader.capturedBytes();
        assertArrayEquals(frame, java.util.Arrays.copyOfRange(reader.buffer(), reader.offset(), end));
        assertEquals("bob", reader.interfaceName());
        assertEquals("frame 1", reader.comment());
        assertFalse(reader.next());
    }
}
