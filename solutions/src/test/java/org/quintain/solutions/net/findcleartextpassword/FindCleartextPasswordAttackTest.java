package org.quintain.solutions.net.findcleartextpassword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quintain.core.LabRun;
import org.quintain.core.Mark;
import org.quintain.core.Param;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.core.Verdict;
import org.quintain.core.contract.LabContract;
import org.quintain.core.contract.NearMiss;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.Answer;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.Challenge;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.Club;

class FindCleartextPasswordAttackTest {
    private static final List<String> LOGINS = List.of("drawn", "ftp", "pop3", "telnet", "http");

    private final FindCleartextPasswordLab lab = new FindCleartextPasswordLab();
    private final FindCleartextPasswordAttack attack = new FindCleartextPasswordAttack();

    private Setup setup(int seat, String login) {
        return Setup.practice(lab, seat, Params.of(FindCleartextPasswordLab.LOGIN, login));
    }

    @Test
    void theLabKeepsTheContract() {
        assertEquals(List.of(), LabContract.violations(attack, 64));
    }

    @Test
    void everyProtocolIsReadOnTwoHundredFiftySeats() {
        for (String login : LOGINS) {
            for (int seat = 0; seat < 50; seat++) {
                LabRun<Challenge, Answer> run = lab.open(setup(seat, login));
                Answer answer = attack.run(run.challenge());
                assertEquals(100, run.checker().check(answer).earned(), login + " " + seat);
            }
        }
    }

    @Test
    void encryptedSessionsGiveTheAttackNothingAndEverybodyGetsIn() {
        for (String login : LOGINS) {
            for (int seat = 0; seat < 20; seat++) {
                LabRun<Challenge, Answer> run = lab.open(setup(seat, login).with(Param.HARDENED, true));
                Answer answer = attack.run(run.challenge());
                assertEquals(new Answer("", 0, Club.NOT_SURE), answer);
                assertEquals(0, run.checker().check(answer).earned());
                attack.honestUse(run.challenge());
            }
        }
    }

    @Test
    void whatIsRightOnThePlainNetworkFindsNeitherPacketNorClubOnTheEncryptedOne() {
        Setup plain = setup(3, "drawn");
        Answer right = attack.run(lab.open(plain).challenge());
        Verdict verdict = lab.open(plain.with(Param.HARDENED, true)).checker().check(right);
        assertEquals(
                List.of(40, 0, 0), verdict.marks().stream().map(Mark::earned).toList());
    }

    @Test
    void nearMissesAreToldApart() {
        Map<String, String> reasons = Map.of(
                "all in small letters", "password-case",
                "the name", "password-user",
                "the last digit left out", "password-wrong",
                "the answer's packet", "packet-answer",
                "the packet before", "packet-empty");
        for (int seat = 0; seat < 20; seat++) {
            LabRun<Challenge, Answer> run = lab.open(setup(seat, "drawn"));
            Answer right = attack.run(run.challenge());
            for (NearMiss<Answer> miss : attack.nearMisses(run.challenge(), right)) {
                List<String> why = run.checker().check(miss.answer()).marks().stream()
                        .map(mark -> mark.why().key())
                        .toList();
                String wanted = miss.name().startsWith("the password of ")
                        ? "password-other"
                        : miss.name().startsWith("the packet of ") ? "packet-other" : reasons.get(miss.name());
                assertTrue(wanted == null || why.contains(wanted), miss.name() + " " + why);
            }
        }
    }

    @Test
    void base64AsItIsEarnsHalf() {
        LabRun<Challenge, Answer> run = lab.open(setup(1, "http"));
        Answer right = attack.run(run.challenge());
        NearMiss<Answer> packed = attack.nearMisses(run.challenge(), right).stream()
                .filter(miss -> miss.name().equals("base64 as it is"))
                .findFirst()
                .orElseThrow();
        assertEquals(80, run.checker().check(packed.answer()).earned());
    }
}
