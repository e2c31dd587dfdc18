package org.quintain.net.findcleartextpassword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quintain.core.Mark;
import org.quintain.core.Param;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.Answer;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.Club;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.Packet;
import org.quintain.net.findcleartextpassword.Plan.Visit;
import org.quintain.net.wire.Tshark;

class FindCleartextPasswordLabTest {
    private static final FindCleartextPasswordLab LAB = new FindCleartextPasswordLab();
    private static final List<String> LOGINS = List.of("drawn", "ftp", "pop3", "telnet", "http");

    private static Setup setup(int seat, String login) {
        return Setup.practice(LAB, seat, Params.of(FindCleartextPasswordLab.LOGIN, login));
    }

    private static FindCleartextPasswordTarget target(int seat, String login) {
        return new FindCleartextPasswordTarget(setup(seat, login));
    }

    private static FindCleartextPasswordTarget hardened(int seat, String login) {
        return new FindCleartextPasswordTarget(setup(seat, login).with(Param.HARDENED, true));
    }

    private static String bytes(FindCleartextPasswordTarget target) {
        return new String(target.challenge().capture().content().toArray(), StandardCharsets.ISO_8859_1);
    }

    private static Mark mark(
            FindCleartextPasswordTarget target, int criterion, String password, int packet, Club keep) {
        return new FindCleartextPasswordChecker(target)
                .check(new Answer(password, packet, keep))
                .marks()
                .get(criterion);
    }

    private static Mark password(FindCleartextPasswordTarget target, String typed) {
        return mark(target, 0, typed, 0, Club.NOT_SURE);
    }

    private static String packet(FindCleartextPasswordTarget target, int number) {
        return mark(target, 1, "", number, Club.NOT_SURE).why().key();
    }

    @Test
    void everybodyIsLetInOnBothTwins() {
        for (String login : LOGINS) {
            for (int seat = 0; seat < 5; seat++) {
                for (FindCleartextPasswordTarget target : List.of(target(seat, login), hardened(seat, login))) {
                    for (Visit visit : target.plan().visits()) {
                        assertTrue(target.isWelcome(visit), login + " " + seat + " " + visit);
                    }
                }
            }
        }
    }

    @Test
    void theTwinsDifferInWhatIsSealedAlone() {
        Plan plain = target(5, "drawn").plan();
        Plan sealed = hardened(5, "drawn").plan();
        assertTrue(sealed.visits().stream().allMatch(Visit::isSealed));
        assertEquals(1, plain.visits().stream().filter(Visit::isSealed).count());
        for (int i = 0; i < 4; i++) {
            Visit before = plain.visits().get(i);
            Visit after = sealed.visits().get(i);
            assertEquals(
                    before.password() + before.user() + before.protocol(),
                    after.password() + after.user() + after.protocol());
        }
    }

    @Test
    void theListFitsOnThreePagesAndCountsFromOne() {
        for (int seat = 0; seat < 40; seat++) {
            List<Packet> packets = target(seat, "drawn").challenge().packets();
            assertTrue(packets.size() >= 105 && packets.size() <= 125, "packets: " + packets.size());
            for (int i = 0; i < packets.size(); i++) {
                assertEquals(i + 1, packets.get(i).number());
                assertTrue(
                        packets.get(i).text().matches("[ -~↵…]{1,141}"),
                        packets.get(i).text());
                assertTrue(packets.get(i).seconds().matches("[0-9]{1,2}\\.[0-9]{3}"));
            }
        }
    }

    @Test
    void thePasswordStandsInThePacketsThatCarryIt() {
        for (String login : LOGINS) {
            FindCleartextPasswordTarget target = target(7, login);
            Visit wanted = target.plan().wanted();
            StringBuilder said = new StringBuilder();
            for (int number : target.where(wanted, wanted.protocol().carried(wanted))) {
                assertEquals(
                        target.computerOf(wanted),
                        target.packets().packet(number).from());
                said.append(target.packets().packet(number).text());
            }
            assertTrue(said.toString().endsWith(wanted.protocol().carried(wanted)), said.toString());
        }
    }

    @Test
    void nobodyFindsAPasswordInAnEncryptedSession() {
        for (int seat = 0; seat < 15; seat++) {
            FindCleartextPasswordTarget plain = target(seat, "drawn");
            FindCleartextPasswordTarget sealed = hardened(seat, "drawn");
            for (Visit visit : plain.plan().visits()) {
                boolean isTyped = visit.protocol() == Protocol.TELNET;
                assertEquals(
                        !visit.isSealed(),
                        isTyped || bytes(plain).contains(visit.protocol().carried(visit)));
                assertFalse(bytes(sealed).contains(visit.user()), visit.user());
                assertFalse(bytes(sealed).contains(visit.protocol().carried(visit)));
            }
            for (Visit visit : sealed.plan().visits()) {
                assertEquals(List.of(), sealed.where(visit, visit.protocol().carried(visit)));
            }
        }
    }

    @Test
    void whoLogsInWhereAndHowIsDrawn() {
        Map<Club, Integer> wanted = new EnumMap<>(Club.class);
        Map<Club, Integer> sealed = new EnumMap<>(Club.class);
        Set<Protocol> protocols = new HashSet<>();
        Set<String> passwords = new HashSet<>();
        Set<Integer> numbers = new HashSet<>();
        for (int seat = 0; seat < 100; seat++) {
            FindCleartextPasswordTarget target = target(seat, "drawn");
            Visit visit = target.plan().wanted();
            assertFalse(visit.isSealed());
            wanted.merge(visit.club(), 1, Integer::sum);
            protocols.add(visit.protocol());
            passwords.add(visit.password());
            target.plan().visits().stream()
                    .filter(Visit::isSealed)
                    .forEach(each -> sealed.merge(each.club(), 1, Integer::sum));
            numbers.addAll(target.where(visit, visit.password()));
        }
        assertEquals(Set.copyOf(Protocol.READABLE), protocols);
        assertTrue(wanted.values().stream().allMatch(count -> count > 10) && wanted.size() == 4, wanted.toString());
        assertTrue(sealed.values().stream().allMatch(count -> count > 10) && sealed.size() == 4, sealed.toString());
        assertTrue(passwords.size() > 97 && numbers.size() > 40, passwords.size() + " " + numbers.size());
    }

    @Test
    void aPasswordIsTakenAsAPersonCopiesIt() {
        FindCleartextPasswordTarget target = target(3, "ftp");
        String right = target.plan().wanted().password();
        StringBuilder wide = new StringBuilder();
        right.chars().forEach(c -> wide.append((char) (c - '!' + '\uFF01')));
        for (String typed : List.of(
                right,
                " " + right + "\r\n",
                "\u00A0" + right + "\u202F",
                "\uFEFF" + right,
                "«\u202F" + right + "\u202F»",
                "“" + right + "”",
                "PASS " + right,
                target.plan().wanted().user() + ":" + right,
                wide.toString())) {
            assertEquals("password-right", password(target, typed).why().key(), typed);
        }
    }

    @Test
    void capitalsCountAndTheVerdictSaysSo() {
        FindCleartextPasswordTarget target = target(3, "ftp");
        String right = target.plan().wanted().password();
        for (String typed :
                List.of(right.toLowerCase(java.util.Locale.ROOT), right.toUpperCase(java.util.Locale.ROOT))) {
            Mark mark = password(target, typed);
            assertEquals(0, mark.earned());
            assertEquals("password-case", mark.why().key());
        }
    }

    @Test
    void allFourPasswordsInOneAnswerEarnNothing() {
        FindCleartextPasswordTarget target = target(3, "drawn");
        StringBuilder all = new StringBuilder();
        target.plan().visits().forEach(visit -> all.append(visit.password()).append(' '));
        assertEquals(0, password(target, all.toString()).earned());
    }

    @Test
    void eachWayToMissThePacketHasItsOwnReason() {
        FindCleartextPasswordTarget mistyped = IntStream.range(0, 40)
                .mapToObj(seat -> target(seat, "pop3"))
                .filter(each -> !each.plan().wanted().mistyped().isEmpty())
                .findFirst()
                .orElseThrow();
        Visit wanted = mistyped.plan().wanted();
        int right = mistyped.where(wanted, wanted.password()).get(0);
        assertEquals("packet-right", packet(mistyped, right));
        assertEquals("packet-answer", packet(mistyped, right + 1));
        assertEquals(
                "packet-refused",
                packet(mistyped, mistyped.where(wanted, wanted.mistyped()).get(0)));
        assertEquals(
                "packet-wrong", packet(mistyped, mistyped.where(wanted, "USER").get(0)));
        assertEquals("packet-empty", packet(mistyped, 1));
        assertEquals("packet-open", packet(mistyped, 0));
        assertEquals("packet-missing", packet(mistyped, 999));
        assertEquals(
                "password-refused", password(mistyped, wanted.mistyped()).why().key());
        FindCleartextPasswordTarget typed = target(1, "telnet");
        List<Integer> letters =
                typed.where(typed.plan().wanted(), typed.plan().wanted().password());
        assertEquals(typed.plan().wanted().password().length(), letters.size());
        assertEquals("packet-letter", packet(typed, letters.get(0)));
        assertEquals("packet-right", packet(typed, letters.get(letters.size() - 1)));
    }

    @Test
    void aTwinWithFourEncryptedLoginsPraisesThemAll() {
        FindCleartextPasswordTarget target = hardened(2, "drawn");
        for (Club club : Club.values()) {
            assertEquals("keep-all", mark(target, 2, "", 0, club).why().key());
        }
        assertEquals("password-sealed", password(target, "guess").why().key());
        assertEquals("packet-sealed", packet(target, 20));
    }

    @Test
    void tsharkReadsEveryPacketAndItsProtocol() {
        for (FindCleartextPasswordTarget target : List.of(target(1, "http"), target(2, "telnet"), hardened(1, "ftp"))) {
            byte[] capture = target.challenge().capture().content().toArray();
            assertEquals(0, Tshark.faulty(capture));
            List<List<String>> rows = Tshark.fields(
                    capture, "frame.number", "ip.src", "ip.dst", "_ws.col.Protocol", "tcp.analysis.flags");
            List<Packet> packets = target.challenge().packets();
            assertEquals(packets.size(), rows.size());
            Set<String> protocols = new HashSet<>();
            for (int i = 0; i < packets.size(); i++) {
                protocols.add(rows.get(i).get(3));
                assertEquals("", rows.get(i).get(4));
                if (!rows.get(i).get(1).isEmpty()) {
                    assertEquals(packets.get(i).from(), rows.get(i).get(1));
                    assertEquals(packets.get(i).to(), rows.get(i).get(2));
                }
            }
            assertTrue(protocols.containsAll(Set.of("ARP", "DNS", "ICMP", "TCP", "TLSv1.3")), protocols.toString());
            boolean isPlain = target.plan().visits().stream().anyMatch(visit -> !visit.isSealed());
            assertEquals(isPlain, protocols.contains("FTP") || protocols.contains("TELNET"), protocols.toString());
        }
    }

    @Test
    void theWordsAreDifferentAndEasyToSpell() {
        for (int seat = 0; seat < 20; seat++) {
            for (Visit visit : target(seat, "drawn").plan().visits()) {
                assertTrue(
                        visit.password().matches("(?=[a-z]*[A-Z][a-z]*[2-9])[A-Za-z]{4,6}[2-9]{3}"), visit.password());
                assertNotEquals(visit.password(), visit.mistyped());
            }
        }
    }
}
