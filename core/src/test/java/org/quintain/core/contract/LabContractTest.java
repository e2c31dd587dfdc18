package org.quintain.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.Bytes;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Level;
import org.quintain.core.Setup;
import org.quintain.core.Size;
import org.quintain.core.toys.crooked.CrookedBriefsLab;
import org.quintain.core.toys.gate.GateAttack;
import org.quintain.core.toys.gate.GullibleGateLab;
import org.quintain.core.toys.mailboat.MailboatAttack;
import org.quintain.core.toys.vault.VaultAttack;
import org.quintain.core.toys.vault.VaultLab;
import org.quintain.core.toys.vault.VaultLab.Flaw;

/** The contract passes sound labs and names the rule that a broken one breaks. */
class LabContractTest {
    private static List<String> violations(Lab<VaultLab.Challenge, VaultLab.Answer> lab) {
        VaultAttack withoutHardSeats = new VaultAttack(lab) {
            @Override
            public List<HardSeat> hardSeats() {
                return List.of();
            }
        };
        return LabContract.violations(withoutHardSeats, 2);
    }

    @Test
    void adaptiveOracleKeepsTheContract() {
        assertEquals(List.of(), LabContract.violations(new VaultAttack(new VaultLab()), 3));
    }

    @Test
    void networkCardKeepsTheContract() {
        assertEquals(List.of(), LabContract.violations(new MailboatAttack(), 2));
    }

    @Test
    void servedTargetWithNestedSessionsKeepsTheContract() {
        assertEquals(List.of(), LabContract.violations(new GateAttack(), 3));
    }

    @Test
    void costIsMeasuredOverSeatsAndHardSeats() {
        LabContract.Report report = LabContract.check(new GateAttack(), 3);
        assertEquals(List.of(3, 3.0, 3L), List.of(report.seats(), report.meanQueries(), report.worstQueries()));
    }

    @Test
    void oneSeatIsTooFew() {
        assertThrows(IllegalArgumentException.class, () -> LabContract.violations(new GateAttack(), 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SAME_CODE_FOR_ALL | another seat's answer earns code only by chance",
                "KEYPAD_WITHOUT_METER | every call without @Free moves the meter: rightBytes",
                "CODE_IN_NOTE | no secret is in the handout: found as hexadecimal",
                "OTHER_NOTE_EACH_TIME | equal setups give the same handout",
                "OTHER_REPLY_EACH_TIME | replayed on a second run gets the same replies",
                "EMPTY_ANSWER_WINS | hostile input is rejected or earns nothing",
                "TWIN_GIVES_WAY | the attack earns nothing on the hardened target",
                "TWIN_REFUSES_EVERYBODY | honest use works on the hardened target",
                "NEAR_MISS_WINS | near miss 'last byte wrong' earns nothing for code",
                "ANY_ANSWER_WINS | another seat's answer earns code only by chance",
                "CHECKER_THROWS | a changed right answer gives no fault",
                "CHECKER_OVERFLOWS_STACK | the reference attack earns full marks",
                "TOO_MANY_POINTS | the reference attack earns full marks",
                "MARKS_IN_WRONG_ORDER | the reference attack earns full marks",
                "NO_VERDICT | the reference attack earns full marks",
                "MESSAGE_WITHOUT_WORDS | there are words for message 'no-words-for-this'",
                "MESSAGE_WITHOUT_ARGUMENT | message 'half-wrong' has the arguments of its words",
                "CHECKER_REFUSES | the reference attack earns full marks",
                "CHECKER_OVERDRAWS | the reference attack earns full marks",
                "OPEN_THROWS | threw java.lang.IllegalStateException"
            })
    void flawIsNamed(Flaw flaw, String rule) {
        List<String> violations = violations(new VaultLab(flaw));
        assertTrue(violations.stream().anyMatch(violation -> violation.contains(rule)), violations::toString);
    }

    @Test
    void hostileInputIsJudgedPastTheSubmissionLimit() {
        List<String> violations = LabContract.violations(new GateAttack(new GullibleGateLab()), 2);
        assertTrue(violations.stream().anyMatch(v -> v.contains("hostile input is rejected or earns nothing")));
    }

    private abstract static class Toy<A extends Record> implements Lab<Toy.Nothing, A> {
        record Nothing(Bytes note) {}

        @Override
        public LabCard card() {
            return LabCard.of("toy.other", 1)
                    .criterion("code", 1, 64)
                    .levels(Level.PUPIL)
                    .sources("none: a toy")
                    .build();
        }

        @Override
        public Class<Nothing> challengeType() {
            return Nothing.class;
        }

        @Override
        public LabRun<Nothing, A> open(Setup setup) {
            throw new IllegalStateException("never opened");
        }
    }

    record Unlimited(String text) {}

    record Limited(@Size(max = 1) String text) {}

    private static final class UnlimitedLab extends Toy<Unlimited> {
        @Override
        public Class<Unlimited> answerType() {
            return Unlimited.class;
        }
    }

    private static final class NoBriefLab extends Toy<Limited> {
        @Override
        public Class<Limited> answerType() {
            return Limited.class;
        }
    }

    private record Attacks<A extends Record>(Lab<Toy.Nothing, A> lab) implements Reference<Toy.Nothing, A> {
        @Override
        public A run(Toy.Nothing challenge) {
            throw new IllegalStateException("never run");
        }

        @Override
        public void honestUse(Toy.Nothing challenge) {}

        @Override
        public List<NearMiss<A>> nearMisses(Toy.Nothing challenge, A right) {
            return List.of();
        }

        @Override
        public List<HardSeat> hardSeats() {
            return List.of();
        }
    }

    @Test
    void inputWithoutALimitIsNamed() {
        assertEquals(
                List.of("toy.other: @Size wanted on an input of variable size: Unlimited.text"),
                LabContract.violations(new Attacks<>(new UnlimitedLab()), 2));
    }

    @Test
    void missingBriefIsNamed() {
        String violation =
                LabContract.violations(new Attacks<>(new NoBriefLab()), 2).get(0);
        assertTrue(violation.startsWith("toy.other: a brief wanted: brief.en.md beside "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the fr brief has a line under 'Critères' for each of [code, first-half]: [code]",
                "the fr brief has a line under 'Verdicts' for each of",
                "the arguments of verdict 'half-wrong' are the same in both languages",
                "the hints cost the same in both languages"
            })
    void briefsThatDoNotAgreeAreNamed(String rule) {
        List<String> violations = violations(new CrookedBriefsLab());
        assertTrue(violations.stream().anyMatch(violation -> violation.contains(rule)), violations::toString);
    }

    @Test
    void attackWithoutNearMissIsNamed() {
        VaultAttack careless = new VaultAttack(new VaultLab()) {
            @Override
            public List<NearMiss<VaultLab.Answer>> nearMisses(VaultLab.Challenge challenge, VaultLab.Answer right) {
                return List.of();
            }
        };
        assertTrue(LabContract.violations(careless, 2).stream().anyMatch(v -> v.contains("at least one near miss")));
    }

    @Test
    void attackThatFailsOnAHardSeatIsNamed() {
        VaultAttack careless = new VaultAttack(new VaultLab()) {
            @Override
            public VaultLab.Answer run(VaultLab.Challenge challenge) {
                VaultLab.Answer found = super.run(challenge);
                return new VaultLab.Answer(Bytes.of(found.code().toArray(), 0, 8));
            }

            @Override
            public List<HardSeat> hardSeats() {
                return List.of(new HardSeat("long", org.quintain.core.Seat.practice(0), Map.of("length", "9")));
            }
        };
        assertTrue(LabContract.violations(careless, 2).stream()
                .anyMatch(v -> v.contains("hard seat (long): the reference attack earns full marks")));
    }
}
