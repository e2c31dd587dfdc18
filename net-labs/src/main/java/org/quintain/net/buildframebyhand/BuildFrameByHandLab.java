package org.quintain.net.buildframebyhand;

import java.util.List;
import java.util.Optional;
import org.quintain.core.Budget;
import org.quintain.core.Bytes;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Level;
import org.quintain.core.Message;
import org.quintain.core.Param;
import org.quintain.core.Setup;
import org.quintain.core.Size;

/**
 * Build an Ethernet frame with an IPv4 packet and a UDP datagram by hand, until a strict receiver accepts it.
 *
 * <p>There is no hardened twin: nothing is broken into, and the receiver already is the defence. The answer follows from
 * the handout; the receiver is for practice.
 */
public final class BuildFrameByHandLab implements Lab<BuildFrameByHandLab.Challenge, BuildFrameByHandLab.Answer> {
    /** The largest frame without its frame check sequence: 14 bytes of header and 1,500 of data (RFC 894). */
    public static final int MAX_FRAME_BYTES = 1514;

    /** The checksums that the card tells: {@code none}, the one of {@code udp}, or {@code both}; a ladder of levels. */
    public static final Param<String> GIVEN_CHECKSUMS = Param.choice("given-checksums", "none", "udp", "both");

    /** The language of the text inside the datagram. */
    public static final Param<String> LANGUAGE = Param.choice("language", "en", "fr");

    /*
     * Bits of an answer space are the bits drawn for that layer, rounded down. ethernet: two addresses of 46 free bits.
     * ipv4: 16 bits of network, two of 254 hosts (15.9), identification (15.9), time to live (7.9). udp: two of 16,384
     * ports (27.9) and a checksum over the addresses and the text (15.9). payload: 16 sentences and a number below 10,000.
     */
    private static final LabCard CARD = LabCard.of("net.build-frame-by-hand", 1)
            .criterion("ethernet", 20, 92)
            .criterion("ipv4", 35, 55)
            .criterion("udp", 30, 43)
            .criterion("payload", 15, 17)
            .parameter(GIVEN_CHECKSUMS)
            .parameter(LANGUAGE)
            .budget(Budget.ofQueries(1_000).withSubmissions(10))
            .levels(Level.LYCEE, Level.BACHELOR)
            .minutes(90)
            .sources(
                    "J. Postel, User Datagram Protocol, RFC 768, 1980",
                    "J. Postel (ed.), Internet Protocol, RFC 791, 1981, section 3.1",
                    "C. Hornig, A Standard for the Transmission of IP Datagrams over Ethernet Networks, RFC 894, 1984",
                    "R. Braden, D. Borman, C. Partridge, Computing the Internet Checksum, RFC 1071, 1988, section 1",
                    "O. Arkin, J. Anderson, EtherLeak: Ethernet frame padding information leakage, @stake, 2003")
            .tags("ethernet", "ipv4", "udp", "checksum", "hexadecimal", "padding")
            .build();

    /**
     * The card of the frame that is wanted, and the receiver.
     *
     * @param destinationMac six bytes as {@code 02:00:5e:00:53:01}: locally administered, one station
     * @param sourceMac likewise, another one
     * @param sourceAddress four numbers with dots, inside 10.0.0.0/8 (RFC 1918)
     * @param destinationAddress likewise, in the same /24
     * @param identification the IPv4 identification, 1 to 65,535
     * @param timeToLive routers that may be passed, 16 to 255
     * @param sourcePort UDP port, 49,152 to 65,535 (RFC 6335 section 6)
     * @param destinationPort another one
     * @param payload 7 to 26 characters of ASCII, one byte each
     * @param givenHeaderChecksum the right IPv4 header checksum as {@code 0x1234}, if the parameter gives it
     * @param givenUdpChecksum the right UDP checksum, likewise
     * @param receiver the station to practise on
     */
    public record Challenge(
            String destinationMac,
            String sourceMac,
            String sourceAddress,
            String destinationAddress,
            int identification,
            int timeToLive,
            int sourcePort,
            int destinationPort,
            String payload,
            Optional<String> givenHeaderChecksum,
            Optional<String> givenUdpChecksum,
            Receiver receiver) {}

    /**
     * The frame.
     *
     * @param frame every byte from the destination address to the padding, without preamble and frame check sequence
     */
    public record Answer(@Size(max = MAX_FRAME_BYTES) Bytes frame) {}

    /** A station that reads a frame strictly and says all that is wrong with it. */
    public interface Receiver {
        /**
         * Sends a frame; costs one query and one packet, whatever becomes of it.
         *
         * @param frame any bytes; as for {@link Answer#frame()}
         * @return whether it is accepted, and why not
         */
        Reception send(@Size(max = MAX_FRAME_BYTES) byte[] frame);
    }

    /**
     * What became of a frame.
     *
     * @param accepted true if nothing is wrong
     * @param findings what is wrong, in the order of the bytes; one at most for each field
     */
    public record Reception(boolean accepted, List<Finding> findings) {}

    /**
     * One thing that is wrong.
     *
     * @param field where
     * @param problem what
     * @param offset index of the first byte concerned, from 0
     * @param expected the value that the card or a standard fixes, in the card's notation; empty for what the learner is
     *     to compute (lengths and checksums) and for what is missing or too much
     * @param found the value read, in the same notation; for a frame of the wrong size, its bytes
     */
    public record Finding(Field field, Problem problem, int offset, Optional<String> expected, String found) {
        /**
         * The reason in words: a key under Verdicts in the briefs.
         *
         * @return for {@link Problem#WRONG} the field's id as key, with {@code offset} and {@code found}; for any other
         *     problem the problem's id, with {@code field} besides
         */
        public Message why() {
            return problem == Problem.WRONG
                    ? Message.of(field.id(), "offset", offset, "found", found)
                    : Message.of(problem.id(), "field", field.id(), "offset", offset, "found", found);
        }
    }

    /** The fields in the order of their bytes; each belongs to one criterion of the card. */
    public enum Field {
        ETHERNET_DESTINATION(0, 6),
        ETHERNET_SOURCE(6, 6),
        ETHERNET_TYPE(12, 2),
        IPV4_VERSION(14, 1),
        IPV4_HEADER_LENGTH(14, 1),
        IPV4_TYPE_OF_SERVICE(15, 1),
        IPV4_TOTAL_LENGTH(16, 2),
        IPV4_IDENTIFICATION(18, 2),
        IPV4_FLAGS(20, 1),
        IPV4_FRAGMENT_OFFSET(20, 2),
        IPV4_TIME_TO_LIVE(22, 1),
        IPV4_PROTOCOL(23, 1),
        IPV4_HEADER_CHECKSUM(24, 2),
        IPV4_SOURCE(26, 4),
        IPV4_DESTINATION(30, 4),
        UDP_SOURCE_PORT(34, 2),
        UDP_DESTINATION_PORT(36, 2),
        UDP_LENGTH(38, 2),
        UDP_CHECKSUM(40, 2),
        /** As many bytes as the text has. */
        PAYLOAD(42, 0),
        /** What follows the payload: zeros up to 60 bytes in all, then nothing. */
        ETHERNET_PADDING(42, 0);

        private final int offset;
        private final int sizeBytes;

        Field(int offset, int sizeBytes) {
            this.offset = offset;
            this.sizeBytes = sizeBytes;
        }

        /**
         * Where the field begins.
         *
         * @return index of its first byte; for {@link #ETHERNET_PADDING} with an empty payload
         */
        public int offset() {
            return offset;
        }

        /**
         * How many bytes it touches.
         *
         * @return 1 to 6, or 0 if that depends on the text
         */
        public int sizeBytes() {
            return sizeBytes;
        }

        /**
         * The name on the wire and in the briefs.
         *
         * @return for example {@code ipv4-header-checksum}
         */
        public String id() {
            return Notation.id(this);
        }

        /**
         * The criterion that the field counts for.
         *
         * @return {@code ethernet}, {@code ipv4}, {@code udp} or {@code payload}
         */
        public String criterion() {
            return id().split("-", 2)[0];
        }
    }

    /** What may be wrong with a field. */
    public enum Problem {
        /** Another value than the card or the standard asks for. */
        WRONG,
        /** The frame ends before the field's last byte. */
        MISSING,
        /** The right value with its two bytes exchanged. */
        BYTE_ORDER,
        /** A checksum of 0, which says that the sender computed none (RFC 768). */
        CHECKSUM_ABSENT,
        /** The sum itself instead of its complement. */
        CHECKSUM_NOT_INVERTED,
        /** The complement of the sum's low 16 bits: the carries were dropped, not added. */
        CHECKSUM_CARRY_LOST,
        /** Computed without the pseudo-header (RFC 768). */
        CHECKSUM_NO_PSEUDO_HEADER,
        /** Fewer than 60 bytes in all: padding is missing. */
        TOO_SHORT,
        /** Bytes after the payload and its padding. */
        TOO_LONG;

        /**
         * The name on the wire and in the briefs.
         *
         * @return for example {@code byte-order}
         */
        public String id() {
            return Notation.id(this);
        }
    }

    @Override
    public LabCard card() {
        return CARD;
    }

    @Override
    public Class<Challenge> challengeType() {
        return Challenge.class;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public LabRun<Challenge, Answer> open(Setup setup) {
        FrameOrder order = FrameOrder.draw(setup.seed(), setup.params().get(LANGUAGE));
        Receiver receiver = new BuildFrameByHandTarget(order, setup.meter());
        String given = setup.params().get(GIVEN_CHECKSUMS);
        return new LabRun<>(
                order.challenge(receiver, given.equals("both"), !given.equals("none")),
                new BuildFrameByHandChecker(CARD, order));
    }
}
