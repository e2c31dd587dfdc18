package org.quintain.net.findcleartextpassword;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.quintain.core.Assurance;
import org.quintain.core.Attachment;
import org.quintain.core.Budget;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Level;
import org.quintain.core.Param;
import org.quintain.core.Range;
import org.quintain.core.Setup;
import org.quintain.core.Size;

/**
 * A recording of a school's network, in which four pupils log in at four clubs' machines: three in plain text, one inside
 * an encrypted session.
 *
 * <p>Drawn: who logs in where and over which protocol, the passwords (128 words with a capital somewhere, three digits),
 * addresses, times, and whether a password is mistyped first. On the hardened twin the same four logins take place inside
 * encrypted sessions: everybody gets in, and the recording holds no password.
 */
public final class FindCleartextPasswordLab
        implements Lab<FindCleartextPasswordLab.Challenge, FindCleartextPasswordLab.Answer> {
    /** Over which protocol the password travels; {@code drawn} is FTP, POP3 or Telnet, which need no decoding. */
    public static final Param<String> LOGIN = Param.choice("login", "drawn", "ftp", "pop3", "telnet", "http");

    static final String PASSWORD = "password";
    static final String PACKET = "packet";
    static final String KEEP = "keep";

    /** Judged hand-ins: fewer than the three passwords and four machines that a guesser could combine. */
    private static final int SUBMISSIONS = 5;

    static final LabCard CARD = LabCard.of("net.find-cleartext-password", 1)
            .assurance(Assurance.HANDOUT_ONLY)
            // 128 words, 4 places or more for the capital, 512 numbers: 18 bits at the least.
            .criterion(PASSWORD, 40, 18)
            // One of about 100 packets, and the middle ones more often than the others.
            .criterion(PACKET, 30, 5)
            .criterion(KEEP, 30, 2)
            .parameter(LOGIN)
            .parameter(Param.HARDENED)
            .budget(Budget.ofQueries(0).withSubmissions(SUBMISSIONS))
            .levels(Level.PUPIL, Level.LYCEE)
            .minutes(40)
            .sources(
                    "RFC 959, File Transfer Protocol, 1985, section 4.1.1, commands USER and PASS",
                    "RFC 1939, Post Office Protocol - Version 3, 1996, sections 7 and 13",
                    "RFC 854, Telnet Protocol Specification, 1983",
                    "RFC 7617, The 'Basic' HTTP Authentication Scheme, 2015, sections 2 and 4",
                    "RFC 8446, The Transport Layer Security (TLS) Protocol Version 1.3, 2018, sections 4.1 and 5.2")
            .tags(
                    "capture",
                    "password",
                    "plain text",
                    "ftp",
                    "telnet",
                    "pop3",
                    "http",
                    "encryption",
                    "no-code",
                    "unplugged")
            .build();

    /** The clubs with a machine each; words that English and French share. */
    public enum Club {
        /** The school's radio. */
        RADIO,
        /** The robot club. */
        ROBOT,
        /** The photo club. */
        PHOTO,
        /** The film club. */
        CINEMA,
        /** No guess; an answer, not a club. */
        NOT_SURE;

        /** The four that exist. */
        static final List<Club> REAL = List.of(RADIO, ROBOT, PHOTO, CINEMA);

        String machine() {
            return word() + ".school.example";
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A club's machine.
     *
     * @param name as {@code radio.school.example}
     * @param address IPv4 address, dotted
     */
    public record Machine(String name, String address) {}

    /**
     * A packet of the recording, for people.
     *
     * @param number from 1 on
     * @param seconds since the first packet, with three decimals
     * @param from IPv4 address of the sender, dotted
     * @param to IPv4 address of the receiver, dotted; {@code *} for everybody
     * @param text what it says: its payload with {@code ↵} for line ends and a dot for each byte that is no printable ASCII,
     *     or a short word in the notation of the brief; never empty
     */
    public record Packet(int number, String seconds, String from, String to, String text) {}

    /**
     * What the learner gets.
     *
     * @param user whose password is wanted, a login name
     * @param machines the four clubs' machines
     * @param capture the recording as pcapng, one interface, Ethernet
     * @param packets the same, readable: 105 to 125 packets
     */
    public record Challenge(String user, List<Machine> machines, Attachment capture, List<Packet> packets) {
        /** Copies the lists. */
        public Challenge {
            machines = List.copyOf(machines);
            packets = List.copyOf(packets);
        }
    }

    /**
     * What the learner hands in.
     *
     * @param password of the user; capitals count; blanks and quotation marks around it do not, nor a copied {@code PASS}
     * @param packet number of the packet in which the password ends, 0 for no guess
     * @param keep the club whose way to log in should be kept
     */
    public record Answer(
            @Size(max = 80) String password,
            @Range(min = 0, max = 999) int packet,
            Club keep) {
        /** Refuses null. */
        public Answer {
            Objects.requireNonNull(password, PASSWORD);
            Objects.requireNonNull(keep, KEEP);
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
        FindCleartextPasswordTarget target = new FindCleartextPasswordTarget(setup);
        return new LabRun<>(target.challenge(), new FindCleartextPasswordChecker(target));
    }
}
