package org.quintain.solutions.net.dnsanswerspoof;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.quintain.net.dnsanswerspoof.DnsAnswerSpoofLab.Challenge;
import org.quintain.net.sim.TimedFrame;
import org.quintain.net.wire.Arp;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsCursor;
import org.quintain.net.wire.DnsMessages;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsSection;
import org.quintain.net.wire.DnsType;
import org.quintain.net.wire.Endpoints;
import org.quintain.net.wire.Frames;
import org.quintain.solutions.net.Recorder;

/** A traveller's telephone on the quay: asks for the timetable itself, and looks at the board. */
final class HonestVisitor {
    private static final int PORT = 50_505;
    private static final String NONCE = "0badcafe";
    private static final long STEP_MICROS = 10_000;
    private static final int STEPS = 800;

    private final Eavesdropper ear;
    private final Recorder recorder;
    private final Challenge challenge;
    private final Map<Integer, Long> macs = new TreeMap<>();
    private int timetable;
    private String shown = "";
    private boolean isBoardServed;

    private HonestVisitor(Challenge challenge) {
        this.challenge = challenge;
        ear = new Eavesdropper(challenge);
        recorder = new Recorder(challenge.card());
    }

    static void visit(Challenge challenge) {
        HonestVisitor me = new HonestVisitor(challenge);
        byte[] query = DnsMessages.query(0x1234, DnsName.of(challenge.name()), DnsType.A);
        me.send(me.ear.nameServer, Dns.PORT, query);
        for (int step = 0; step < STEPS && me.timetable == 0; step++) {
            me.work();
        }
        require(me.timetable != 0, "an answer of the name server");
        me.send(me.timetable, challenge.servicePort(), ("show " + NONCE).getBytes(StandardCharsets.US_ASCII));
        for (int step = 0; step < STEPS && !(me.isBoardServed && me.shown.startsWith(NONCE + " ")); step++) {
            me.work();
        }
        require(me.shown.startsWith(NONCE + " "), "the timetable");
        require(me.isBoardServed, "a board that is served");
    }

    private static void require(boolean isThere, String what) {
        if (!isThere) {
            throw new IllegalStateException(what + " wanted");
        }
    }

    private void send(int to, int port, byte[] payload) {
        if (!macs.containsKey(to)) {
            recorder.send(Frames.arpRequest(recorder.mac(), ear.own, to));
            for (int step = 0; step < STEPS && !macs.containsKey(to); step++) {
                work();
            }
            require(macs.containsKey(to), "a MAC");
        }
        recorder.send(Frames.udp(new Endpoints(recorder.mac(), ear.own, macs.get(to), to), PORT, port, payload));
    }

    private void work() {
        for (TimedFrame frame : ear.listen(STEP_MICROS)) {
            if (ear.isArpForMe(frame)) {
                recorder.send(Frames.arpReply(recorder.mac(), ear.own, ear.arp.senderMac(), ear.arp.sender()));
            } else if (ear.isArp(frame)) {
                if (ear.arp.operation() == Arp.REPLY && ear.arp.target() == ear.own) {
                    macs.put(ear.arp.sender(), ear.arp.senderMac());
                }
            } else if (ear.isAnswer(frame) && ear.ip.destination() == ear.own) {
                timetable = firstAddress(ear.dns);
            } else if (ear.isDatagram(frame) && ear.udp.sourcePort() == challenge.servicePort()) {
                isBoardServed |= ear.ip.source() == timetable && ear.ip.destination() == ear.board;
                shown = ear.ip.destination() == ear.own ? ear.text() : shown;
            }
        }
    }

    private static int firstAddress(Dns dns) {
        DnsCursor cursor = new DnsCursor().wrap(dns);
        while (cursor.next()) {
            if (cursor.section() == DnsSection.ANSWER && cursor.isType(DnsType.A)) {
                return cursor.address();
            }
        }
        return 0;
    }
}
