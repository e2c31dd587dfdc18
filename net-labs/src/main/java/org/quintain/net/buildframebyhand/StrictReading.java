package org.quintain.net.buildframebyhand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Field;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Finding;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Problem;

/**
 * Compares the bytes of a frame with what is wanted: every field at its fixed place, even after an error, so that a
 * learner sees all findings at once. Any bytes give findings; none gives an exception.
 *
 * <p>Stricter than a station must be: the padding is zero (RFC 894 asks the sender for that) and no longer than needed.
 */
final class StrictReading {
    private static final int IPV4 = FrameOrder.IPV4_AT;
    private static final int UDP = FrameOrder.UDP_AT;
    private static final int PAYLOAD = FrameOrder.PAYLOAD_AT;

    private final FrameOrder order;
    private final byte[] frame;
    private final List<Finding> findings = new ArrayList<>();

    private StrictReading(FrameOrder order, byte[] frame) {
        this.order = order;
        this.frame = frame;
    }

    /** What is wrong with the frame, in the order of the bytes. */
    static List<Finding> of(FrameOrder order, byte[] frame) {
        StrictReading reading = new StrictReading(order, frame);
        reading.ethernet();
        reading.ipv4();
        reading.udp();
        reading.payload();
        reading.padding();
        return List.copyOf(reading.findings);
    }

    private interface Header {
        long read(byte[] from, int at);
    }

    private void ethernet() {
        copied(Field.ETHERNET_DESTINATION, EthernetHeader::destination, 0, order.destinationMac(), Notation::mac);
        copied(Field.ETHERNET_SOURCE, EthernetHeader::source, 0, order.sourceMac(), Notation::mac);
        copied(Field.ETHERNET_TYPE, EthernetHeader::type, 0, EthernetHeader.TYPE_IPV4, Notation::hex16);
    }

    private void ipv4() {
        number(Field.IPV4_VERSION, Ipv4Header::version, IPV4, Ipv4Header.VERSION);
        number(Field.IPV4_HEADER_LENGTH, Ipv4Header::headerWords, IPV4, Ipv4Header.WORDS_WITHOUT_OPTIONS);
        number(Field.IPV4_TYPE_OF_SERVICE, Ipv4Header::typeOfService, IPV4, 0);
        length(Field.IPV4_TOTAL_LENGTH, Ipv4Header::totalLengthBytes, IPV4, order.totalLengthBytes());
        number(Field.IPV4_IDENTIFICATION, Ipv4Header::identification, IPV4, order.identification());
        number(Field.IPV4_FLAGS, Ipv4Header::flags, IPV4, 0);
        number(Field.IPV4_FRAGMENT_OFFSET, Ipv4Header::fragmentOffset, IPV4, 0);
        number(Field.IPV4_TIME_TO_LIVE, Ipv4Header::timeToLive, IPV4, order.timeToLive());
        number(Field.IPV4_PROTOCOL, Ipv4Header::protocol, IPV4, Ipv4Header.PROTOCOL_UDP);
        headerChecksum();
        copied(Field.IPV4_SOURCE, Ipv4Header::source, IPV4, order.source(), Notation::address);
        copied(Field.IPV4_DESTINATION, Ipv4Header::destination, IPV4, order.destination(), Notation::address);
    }

    private void udp() {
        number(Field.UDP_SOURCE_PORT, UdpHeader::sourcePort, UDP, order.sourcePort());
        number(Field.UDP_DESTINATION_PORT, UdpHeader::destinationPort, UDP, order.destinationPort());
        length(Field.UDP_LENGTH, UdpHeader::lengthBytes, UDP, order.udpLengthBytes());
        udpChecksum();
    }

    private void headerChecksum() {
        if (isThere(Field.IPV4_HEADER_CHECKSUM)) {
            if (frame.length < UDP) {
                return; // the addresses are missing and said to be: there is nothing to compare with
            }
            int found = Ipv4Header.checksum(frame, IPV4);
            long sum = InternetChecksum.sum(frame, IPV4, Ipv4Header.LENGTH_BYTES) - found;
            checksum(Field.IPV4_HEADER_CHECKSUM, found, order.headerChecksum(), sum, Optional.empty());
        }
    }

    private void udpChecksum() {
        if (!isThere(Field.UDP_CHECKSUM)) {
            return;
        }
        int found = UdpHeader.checksum(frame, UDP);
        int lengthBytes = UdpHeader.lengthBytes(frame, UDP);
        if (found == UdpHeader.NO_CHECKSUM) {
            add(Field.UDP_CHECKSUM, Problem.CHECKSUM_ABSENT, Optional.empty(), Notation.hex16(found));
        } else if (lengthBytes >= UdpHeader.LENGTH_BYTES && lengthBytes <= frame.length - UDP) {
            long datagram = InternetChecksum.sum(frame, UDP, lengthBytes) - found;
            long pseudoHeader = UdpHeader.pseudoHeaderSum(
                    Ipv4Header.source(frame, IPV4), Ipv4Header.destination(frame, IPV4), lengthBytes);
            checksum(Field.UDP_CHECKSUM, found, order.udpChecksum(), pseudoHeader + datagram, Optional.of(datagram));
        }
    }

    private void checksum(Field field, int found, int wanted, long sum, Optional<Long> withoutPseudoHeader) {
        if (!InternetChecksum.fits(found, sum)) {
            Problem problem = found == wanted ? Problem.WRONG : usualMistake(found, sum, withoutPseudoHeader);
            add(field, problem, Optional.empty(), Notation.hex16(found));
        }
    }

    /**
     * The mistake that gives just the checksum found. Not asked for the checksum of the frame that is wanted: there a
     * summed field is wrong, and a slip of 2 in it may look like two lost carries.
     */
    private static Problem usualMistake(int found, long sum, Optional<Long> withoutPseudoHeader) {
        if (InternetChecksum.fits(swapped(found), sum)) {
            return Problem.BYTE_ORDER;
        }
        if (found == InternetChecksum.fold(sum)) {
            return Problem.CHECKSUM_NOT_INVERTED;
        }
        if (found == (~sum & 0xFFFF)) {
            return Problem.CHECKSUM_CARRY_LOST;
        }
        return withoutPseudoHeader.isPresent() && InternetChecksum.fits(found, withoutPseudoHeader.get())
                ? Problem.CHECKSUM_NO_PSEUDO_HEADER
                : Problem.WRONG;
    }

    private void payload() {
        byte[] wanted = order.payloadBytes();
        for (int i = 0; i < wanted.length; i++) {
            Optional<String> expected = Optional.of(Notation.character(wanted[i]));
            if (PAYLOAD + i >= frame.length) {
                add(Field.PAYLOAD, Problem.MISSING, PAYLOAD + i, Optional.empty(), size());
                return;
            }
            if (frame[PAYLOAD + i] != wanted[i]) {
                String found = Notation.character(frame[PAYLOAD + i]);
                add(Field.PAYLOAD, Problem.WRONG, PAYLOAD + i, expected, found);
                return;
            }
        }
    }

    private void padding() {
        int from = PAYLOAD + order.payloadBytes().length;
        int to = order.frameLengthBytes();
        for (int i = from; i < Math.min(to, frame.length); i++) {
            if (frame[i] != 0) {
                String found = Notation.hex8(frame[i]);
                add(Field.ETHERNET_PADDING, Problem.WRONG, i, Optional.of(Notation.hex8((byte) 0)), found);
                return;
            }
        }
        if (frame.length < EthernetHeader.MIN_FRAME_BYTES) {
            add(Field.ETHERNET_PADDING, Problem.TOO_SHORT, frame.length, Optional.empty(), size());
        } else if (frame.length > to) {
            add(Field.ETHERNET_PADDING, Problem.TOO_LONG, to, Optional.empty(), size());
        }
    }

    private void number(Field field, Header header, int at, long wanted) {
        copied(field, header, at, wanted, Long::toString);
    }

    private void copied(Field field, Header header, int at, long wanted, LongFunction<String> notation) {
        compare(field, header, at, wanted, notation, Optional.of(notation.apply(wanted)));
    }

    /** A value that the learner is to compute: the finding does not tell it. */
    private void length(Field field, Header header, int at, long wanted) {
        compare(field, header, at, wanted, Long::toString, Optional.empty());
    }

    private void compare(
            Field field, Header header, int at, long wanted, LongFunction<String> notation, Optional<String> expected) {
        if (isThere(field)) {
            long found = header.read(frame, at);
            if (found != wanted) {
                boolean isSwapped = field.sizeBytes() == 2 && swapped((int) found) == wanted;
                add(field, isSwapped ? Problem.BYTE_ORDER : Problem.WRONG, expected, notation.apply(found));
            }
        }
    }

    private boolean isThere(Field field) {
        if (field.offset() + field.sizeBytes() <= frame.length) {
            return true;
        }
        add(field, Problem.MISSING, Optional.empty(), size());
        return false;
    }

    private static int swapped(int word) {
        return (word & 0xFF) << 8 | word >>> 8;
    }

    private String size() {
        return Integer.toString(frame.length);
    }

    private void add(Field field, Problem problem, Optional<String> expected, String found) {
        add(field, problem, field.offset(), expected, found);
    }

    private void add(Field field, Problem problem, int offset, Optional<String> expected, String found) {
        findings.add(new Finding(field, problem, offset, expected, found));
    }
}
