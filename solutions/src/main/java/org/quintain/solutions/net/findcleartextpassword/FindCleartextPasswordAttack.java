package org.quintain.solutions.net.findcleartextpassword;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quintain.core.Lab;
import org.quintain.core.Seat;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.NearMiss;
import org.quintain.core.contract.Reference;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.Answer;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.Challenge;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.Club;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.Machine;

/**
 * Follows each TCP connection of the recording and reads what a login leaves in it (RFC 7617 section 4 and RFC 1939
 * section 13 warn of it); the machine whose talk is not text is the one to keep.
 *
 * <p>Cost: no query; one pass over the capture of about 115 packets and 12 kB. Where nothing can be read it says so: no
 * password, packet 0, not sure.
 */
public final class FindCleartextPasswordAttack implements Reference<Challenge, Answer> {
    private static final FindCleartextPasswordLab LAB = new FindCleartextPasswordLab();
    private static final String PASSWORD = "password";
    private static final String PACKET = "packet";
    private static final String KEEP = "keep";
    /** Two hellos, then at least two questions with their answers. */
    private static final int SEALED_TURNS = 6;

    @Override
    public Lab<Challenge, Answer> lab() {
        return LAB;
    }

    @Override
    public Answer run(Challenge challenge) {
        List<Talk> talks = Talk.in(challenge.capture().content());
        Optional<Login> login = logins(talks).stream()
                .filter(each -> each.isAccepted() && each.user().equals(challenge.user()))
                .findFirst();
        return new Answer(
                login.map(Login::password).orElse(""),
                login.map(Login::lastPacket).orElse(0),
                keep(challenge, talks));
    }

    private static List<Login> logins(List<Talk> talks) {
        return talks.stream().flatMap(talk -> Login.in(talk).stream()).toList();
    }

    /** The club with whose machine all talk is hidden, if there is just one. */
    private static Club keep(Challenge challenge, List<Talk> talks) {
        List<Club> hidden = challenge.machines().stream()
                .filter(machine ->
                        talks.stream().anyMatch(talk -> talk.server().equals(machine.address()) && !talk.isReadable()))
                .map(FindCleartextPasswordAttack::club)
                .toList();
        return hidden.size() == 1 ? hidden.get(0) : Club.NOT_SURE;
    }

    private static Club club(Machine machine) {
        String word = machine.name().substring(0, machine.name().indexOf('.'));
        return Club.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Four people log in, are let in and leave: four talks that both sides end; the three that can be read say so. */
    @Override
    public void honestUse(Challenge challenge) {
        List<Talk> talks = Talk.in(challenge.capture().content());
        for (Machine machine : challenge.machines()) {
            Talk talk = talks.stream()
                    .filter(each -> each.server().equals(machine.address()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("a talk wanted: machine=" + machine));
            boolean isWelcome = talk.isReadable()
                    ? Login.in(talk).stream().anyMatch(Login::isAccepted)
                    : talk.turns().size() >= SEALED_TURNS;
            if (!talk.isFinished() || !isWelcome) {
                throw new IllegalStateException("a login that is welcome and ends wanted: machine=" + machine);
            }
        }
    }

    @Override
    public List<NearMiss<Answer>> nearMisses(Challenge challenge, Answer right) {
        List<Login> logins = logins(Talk.in(challenge.capture().content()));
        List<NearMiss<Answer>> misses = new ArrayList<>();
        for (Login login : logins) {
            if (!login.user().equals(challenge.user())) {
                misses.add(password("the password of " + login.user(), login.password(), right));
                misses.add(packet("the packet of " + login.user(), login.lastPacket(), right));
            } else if (!login.isAccepted()) {
                misses.add(password("the password that was refused", login.password(), right));
                misses.add(packet("the packet that was refused", login.lastPacket(), right));
            } else {
                misses.add(packet("the answer's packet", login.replyPacket(), right));
                if (login.packets().get(0) != login.lastPacket()) {
                    misses.add(
                            packet("the first letter's packet", login.packets().get(0), right));
                }
                if (!login.carried().equals(login.password())) {
                    misses.add(new NearMiss<>(
                            "base64 as it is",
                            new Answer(login.carried(), right.packet(), right.keep()),
                            Set.of(PASSWORD, PACKET, KEEP)));
                }
            }
        }
        misses.add(password("all in small letters", right.password().toLowerCase(Locale.ROOT), right));
        misses.add(password("the name", challenge.user(), right));
        misses.add(password(
                "the last digit left out",
                right.password().substring(0, right.password().length() - 1),
                right));
        misses.add(packet("the packet before", right.packet() - 1, right));
        misses.add(packet("counted from 0", right.packet() + 1, right));
        for (Club club : Club.values()) {
            if (club != right.keep()) {
                Answer answer = new Answer(right.password(), right.packet(), club);
                misses.add(new NearMiss<>("to keep: " + club, answer, Set.of(PASSWORD, PACKET)));
            }
        }
        return misses;
    }

    private static NearMiss<Answer> password(String name, String password, Answer right) {
        return new NearMiss<>(name, new Answer(password, right.packet(), right.keep()), Set.of(PACKET, KEEP));
    }

    private static NearMiss<Answer> packet(String name, int packet, Answer right) {
        return new NearMiss<>(name, new Answer(right.password(), packet, right.keep()), Set.of(PASSWORD, KEEP));
    }

    @Override
    public List<HardSeat> hardSeats() {
        return List.of(
                hard("drawn", 2, "the password begins with its capital, as a sentence does"),
                hard("drawn", 3, "FTP: the first password is mistyped, and the refusal is a number"),
                hard("drawn", 4, "POP3: the first password is mistyped, and the refusal begins with a minus"),
                hard("drawn", 6, "Telnet: a double letter of which one is a capital"),
                hard("drawn", 8, "Telnet: a doubled digit, in two packets that say the same"),
                hard("drawn", 24, "Telnet: 15 packets of others among the letters"),
                hard("drawn", 46, "another password is the same word with another capital"),
                hard("drawn", 29, "the password ends within the first 20 packets"),
                hard("drawn", 14, "the password ends within the last 10 packets"),
                hard("http", 1, "base64 without padding"),
                hard("http", 0, "base64 with one sign of padding"),
                hard("http", 4, "base64 with two signs of padding"),
                hard("http", 2, "Telnet inside the encrypted session: dots key by key"));
    }

    private static HardSeat hard(String login, int seat, String why) {
        return new HardSeat(why, Seat.practice(seat), Map.of(FindCleartextPasswordLab.LOGIN.name(), login));
    }
}
