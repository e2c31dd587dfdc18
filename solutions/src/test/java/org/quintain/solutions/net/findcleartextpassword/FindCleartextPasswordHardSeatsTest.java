package org.quintain.solutions.net.findcleartextpassword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.core.contract.HardSeat;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.Challenge;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.Packet;

/** Each hard seat has the property that is claimed of it. */
class FindCleartextPasswordHardSeatsTest {
    private static final FindCleartextPasswordLab LAB = new FindCleartextPasswordLab();

    private record Found(Challenge challenge, List<Talk> talks, List<Login> logins, Login login) {
        String password() {
            return login.password();
        }

        boolean isRefusedFirst(String refusal) {
            Login first = logins.stream()
                    .filter(each -> each.user().equals(challenge.user()))
                    .findFirst()
                    .orElseThrow();
            return !first.isAccepted()
                    && challenge.packets().get(first.replyPacket() - 1).text().startsWith(refusal);
        }

        boolean isTelnet() {
            return login.packets().get(0) < login.lastPacket();
        }

        /** Packets of others between the first letter and the last one. */
        long strangers() {
            String computer = packet(login.lastPacket()).from();
            return challenge.packets().subList(login.packets().get(0), login.lastPacket()).stream()
                    .filter(packet ->
                            !packet.from().equals(computer) && !packet.to().equals(computer))
                    .count();
        }

        boolean isSameWordElsewhere() {
            return logins.stream()
                    .anyMatch(other -> !other.user().equals(login.user())
                            && !word(other).equals(word(login))
                            && word(other).equalsIgnoreCase(word(login)));
        }

        private static String word(Login login) {
            return login.password().replaceAll("[0-9]", "");
        }

        private Packet packet(int number) {
            return challenge.packets().get(number - 1);
        }

        int fromEnd() {
            return challenge.packets().size() - login.lastPacket();
        }

        int hiddenTurns() {
            return talks.stream()
                    .filter(talk -> !talk.isReadable())
                    .mapToInt(talk -> talk.turns().stream()
                            .mapToInt(turn ->
                                    (int) turn.packets().stream().distinct().count())
                            .sum())
                    .sum();
        }
    }

    private static final List<Predicate<Found>> PROPERTIES = List.of(
            found -> Character.isUpperCase(found.password().charAt(0)),
            found -> found.isRefusedFirst("530 "),
            found -> found.isRefusedFirst("-ERR "),
            found -> found.isTelnet()
                    && found.password().matches(".*(?i:([a-z])\\1).*")
                    && !found.password().matches(".*([A-Za-z])\\1.*"),
            found -> found.isTelnet() && found.password().matches(".*([2-9])\\1.*"),
            found -> found.isTelnet() && found.strangers() == 15,
            Found::isSameWordElsewhere,
            found -> found.login().lastPacket() <= 20,
            found -> found.fromEnd() < 10,
            found -> found.login().carried().matches("[^=]+"),
            found -> found.login().carried().matches("[^=]+="),
            found -> found.login().carried().matches("[^=]+=="),
            found -> found.hiddenTurns() >= 15);

    private static Found open(HardSeat hard) {
        int number = Integer.parseInt(hard.seat().learner().substring("seat-".length()));
        Challenge challenge = LAB.open(Setup.practice(LAB, number, Params.parse(LAB.card(), hard.params())))
                .challenge();
        List<Talk> talks = Talk.in(challenge.capture().content());
        List<Login> logins =
                talks.stream().flatMap(talk -> Login.in(talk).stream()).toList();
        Login login = logins.stream()
                .filter(each -> each.isAccepted() && each.user().equals(challenge.user()))
                .findFirst()
                .orElseThrow();
        return new Found(challenge, talks, logins, login);
    }

    @Test
    void eachHardSeatHasThePropertyClaimed() {
        List<HardSeat> seats = new FindCleartextPasswordAttack().hardSeats();
        assertEquals(PROPERTIES.size(), seats.size());
        List<String> others = new ArrayList<>();
        for (int i = 0; i < seats.size(); i++) {
            if (!PROPERTIES.get(i).test(open(seats.get(i)))) {
                others.add(seats.get(i).why());
            }
        }
        assertEquals(List.of(), others);
        assertTrue(seats.size() >= 10);
    }
}
