package org.quintain.solutions.net.dnsanswerspoof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.quintain.core.LabRun;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.net.dnsanswerspoof.DnsAnswerSpoofLab;
import org.quintain.net.dnsanswerspoof.DnsAnswerSpoofLab.Answer;
import org.quintain.net.dnsanswerspoof.DnsAnswerSpoofLab.Challenge;
import org.quintain.net.sim.Port;
import org.quintain.net.sim.Tap;
import org.quintain.net.sim.host.Host;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsCursor;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Udp;

/** Each hard seat has what its description claims. */
class DnsAnswerSpoofHardSeatsTest {
    private static final DnsAnswerSpoofLab LAB = new DnsAnswerSpoofLab();

    /** A DNS message on a cable of the quay: who asked or is answered, when, and what about. */
    private record Message(String station, boolean isAnswer, long atMicros, int id, int port, String name) {}

    /** What a learner who only listens would write down in 16 seconds; the second question is the one attacked. */
    private static final class Log {
        final List<Message> messages = new ArrayList<>();
        final String name;

        Log(int seat) {
            LabRun<Challenge, Answer> run = LAB.open(
                    Setup.practice(LAB, seat, Params.none()),
                    (network, learner, purpose) -> network.links().forEach(link -> {
                        String station = link.a().node().name();
                        if (station.equals("board") || station.equals("kiosk")) {
                            link.addTap(new CableTap(station, link.a(), messages));
                        }
                    }));
            name = run.challenge().name();
            run.challenge().card().advance(16_000_000);
        }

        List<Message> of(String station, boolean isAnswer) {
            return messages.stream()
                    .filter(each -> each.station().equals(station) && each.isAnswer() == isAnswer)
                    .toList();
        }

        List<Message> about(String station, boolean isAnswer) {
            return of(station, isAnswer).stream()
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                    .toList();
        }

        /** The question that the reference attack answers. */
        Message attacked() {
            return about("board", false).get(1);
        }

        long answerMicros() {
            return about("board", true).get(1).atMicros() - attacked().atMicros();
        }

        /** Another question that was open when the attacked one was asked. */
        boolean isOpenAtAttack(String station, boolean isSameName) {
            for (Message question : of(station, false)) {
                boolean isMeant = question.name().toLowerCase(Locale.ROOT).equals(name) == isSameName;
                long before = attacked().atMicros() - question.atMicros();
                if (isMeant && before > 0 && before < answerMicros()) {
                    return true;
                }
            }
            return false;
        }
    }

    private record CableTap(String station, Port port, List<Message> messages) implements Tap {
        @Override
        public void sent(long micros, Port from, byte[] frame, int origin) {
            if (from == port) {
                note(micros, frame, false);
            }
        }

        @Override
        public void delivered(long micros, Port to, byte[] frame, int origin) {
            if (to == port) {
                note(micros, frame, true);
            }
        }

        private void note(long micros, byte[] frame, boolean isAnswer) {
            Ethernet ethernet = new Ethernet();
            Ipv4 ip = new Ipv4();
            Udp udp = new Udp();
            Dns dns = new Dns();
            DnsCursor cursor = new DnsCursor();
            DnsName asked = new DnsName();
            boolean isMine = ethernet.wrap(frame) == Flaw.NONE
                    && (!isAnswer || ethernet.destination() == ((Host) port.node()).mac())
                    && ethernet.type() == Ethernet.TYPE_IPV4
                    && ip.wrap(ethernet) == Flaw.NONE
                    && udp.wrap(ip) == Flaw.NONE
                    && (isAnswer ? udp.sourcePort() : udp.destinationPort()) == Dns.PORT
                    && dns.wrap(udp) == Flaw.NONE
                    && cursor.wrap(dns).next()
                    && cursor.readName(asked) == Flaw.NONE;
            if (isMine) {
                int mine = isAnswer ? udp.destinationPort() : udp.sourcePort();
                messages.add(new Message(station, isAnswer, micros, dns.id(), mine, asked.toString()));
            }
        }
    }

    @Test
    void everyListedSeatIsProvedHere() {
        assertEquals(
                List.of("seat-1162", "seat-1045", "seat-108", "seat-180", "seat-369", "seat-17", "seat-37", "seat-257"),
                new DnsAnswerSpoofAttack()
                        .hardSeats().stream().map(hard -> hard.seat().learner()).toList());
    }

    @Test
    void genuineAnswerIsSoonestOrLatest() {
        assertTrue(new Log(1162).answerMicros() < 31_500, () -> "micros=" + new Log(1162).answerMicros());
        assertTrue(new Log(1045).answerMicros() > 122_000, () -> "micros=" + new Log(1045).answerMicros());
    }

    @Test
    void questionsComeLateOrAtOnce() {
        assertTrue(new Log(108).attacked().atMicros() > 13_700_000);
        assertTrue(new Log(180).about("board", false).get(0).atMicros() < 100_000);
    }

    @Test
    void identifierHasALeadingZeroByte() {
        assertEquals(55, new Log(369).attacked().id());
    }

    @Test
    void anotherQuestionIsOpenAtTheSameTime() {
        assertTrue(new Log(17).isOpenAtAttack("kiosk", true));
        assertTrue(new Log(37).isOpenAtAttack("board", false));
    }

    @Test
    void firstLabelAloneHasNoCapitalLetter() {
        assertEquals("times.HErringHOLm.eXamPLE", new Log(257).attacked().name());
    }
}
