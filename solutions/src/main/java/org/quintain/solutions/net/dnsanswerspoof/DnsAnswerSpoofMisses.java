package org.quintain.solutions.net.dnsanswerspoof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.quintain.core.Bytes;
import org.quintain.core.contract.NearMiss;
import org.quintain.net.dnsanswerspoof.DnsAnswerSpoofLab.Answer;
import org.quintain.net.sim.TimedFrame;
import org.quintain.net.wire.Arp;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsSection;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.Udp;

/** Wrong scripts that learners send: each changes one thing in one of the attack's three frames. */
final class DnsAnswerSpoofMisses {
    private static final int FORGED = 0;
    private static final int ARP = 1;
    private static final int REPLY = 2;
    private static final String[] NOTHING = {};
    private static final String[] BELIEVED = {"believed"};
    private static final String[] CONNECTED = {"believed", "connected"};
    /** Behind the four sections' counts: where the question's first letter is. */
    private static final int FIRST_LETTER = Dns.LENGTH_BYTES + 1;

    private final List<TimedFrame> right;
    private final List<NearMiss<Answer>> misses = new ArrayList<>();

    private DnsAnswerSpoofMisses(Answer right) {
        this.right = right.script();
    }

    static List<NearMiss<Answer>> of(Answer right) {
        DnsAnswerSpoofMisses all = new DnsAnswerSpoofMisses(right);
        all.misses.add(new NearMiss<>("nothing sent", new Answer(List.of()), Set.of()));
        if (all.right.size() == 3) {
            all.addForgeries();
            all.addTimes();
            all.addConnections();
        }
        return List.copyOf(all.misses);
    }

    private void addForgeries() {
        changed("identifier one higher", FORGED, NOTHING, view -> view.dns.id(view.dns.id() + 1 & 0xFFFF));
        changed("port one higher", FORGED, NOTHING, view -> view.udp.destinationPort(view.udp.destinationPort() ^ 1));
        changed("from one's own port", FORGED, NOTHING, view -> view.udp.sourcePort(5353));
        changed("from another address", FORGED, NOTHING, view -> view.ip.source(view.ip.source() ^ 1));
        changed("letters in another case", FORGED, NOTHING, view -> view.message(FIRST_LETTER, 0x20));
        changed("another name", FORGED, NOTHING, view -> view.message(FIRST_LETTER, 0x01));
        changed("no record in the answer", FORGED, NOTHING, view -> view.dns.count(DnsSection.ANSWER, 0));
        changed("a query instead of an answer", FORGED, NOTHING, view -> view.dns.response(false));
        changed("in a frame to oneself", FORGED, NOTHING, view -> view.ethernet.destination(view.ethernet.source()));
        byte[] frame = right.get(FORGED).frame().toArray();
        frame[Ethernet.LENGTH_BYTES + Ipv4.MIN_LENGTH_BYTES + 7] ^= 1;
        replaced("UDP checksum wrong", FORGED, new TimedFrame(right.get(FORGED).atMicros(), Bytes.of(frame)), NOTHING);
    }

    private void addTimes() {
        shifted("a fifth of a second late", FORGED, 200_000, NOTHING);
        shifted("before the question", FORGED, -1_000_000, NOTHING);
        shifted("reply two seconds late", REPLY, 2_000_000, CONNECTED);
    }

    private void addConnections() {
        changed("an address that is far away", FORGED, BELIEVED, view -> view.lastWord(Ipv4Address.of("203.0.113.7")));
        without("ARP question not answered", ARP, BELIEVED);
        without("request not answered", REPLY, CONNECTED);
        changed("another nonce in the reply", REPLY, CONNECTED, view -> view.message(0, 1));
        changed("reply from another port", REPLY, CONNECTED, view -> view.udp.sourcePort(4201));
        byte[] frame = right.get(ARP).frame().toArray();
        new Arp()
                .place(frame, Ethernet.LENGTH_BYTES, frame.length)
                .operation(Arp.REQUEST)
                .target(0);
        TimedFrame other = new TimedFrame(right.get(ARP).atMicros(), Bytes.of(frame));
        replaced("ARP packet that is no answer", ARP, other, BELIEVED);
    }

    /** The headers of one of the script's datagrams. */
    private static final class View {
        final byte[] frame;
        final Ethernet ethernet = new Ethernet();
        final Ipv4 ip = new Ipv4();
        final Udp udp = new Udp();
        final Dns dns = new Dns();

        View(byte[] frame) {
            this.frame = frame;
            if (ethernet.wrap(frame) != Flaw.NONE || ip.wrap(ethernet) != Flaw.NONE || udp.wrap(ip) != Flaw.NONE) {
                throw new IllegalStateException("a datagram wanted");
            }
            dns.place(frame, udp.payloadOffset(), udp.limit());
        }

        void message(int at, int difference) {
            frame[udp.payloadOffset() + at] ^= (byte) difference;
        }

        /** The message ends with the address of its one record. */
        void lastWord(int address) {
            for (int i = 0; i < 4; i++) {
                frame[udp.limit() - 4 + i] = (byte) (address >>> 24 - 8 * i);
            }
        }
    }

    private void changed(String name, int index, String[] mayKeep, Consumer<View> change) {
        View view = new View(right.get(index).frame().toArray());
        change.accept(view);
        view.ip.writeChecksum();
        view.udp.writeChecksum(view.ip);
        replaced(name, index, new TimedFrame(right.get(index).atMicros(), Bytes.of(view.frame)), mayKeep);
    }

    private void shifted(String name, int index, long micros, String[] mayKeep) {
        TimedFrame frame = right.get(index);
        replaced(name, index, new TimedFrame(Math.max(0, frame.atMicros() + micros), frame.frame()), mayKeep);
    }

    private void replaced(String name, int index, TimedFrame frame, String[] mayKeep) {
        List<TimedFrame> script = new ArrayList<>(right);
        script.set(index, frame);
        misses.add(new NearMiss<>(name, new Answer(script), Set.of(mayKeep)));
    }

    private void without(String name, int index, String[] mayKeep) {
        List<TimedFrame> script = new ArrayList<>(right);
        script.remove(index);
        misses.add(new NearMiss<>(name, new Answer(script), Set.of(mayKeep)));
    }
}
