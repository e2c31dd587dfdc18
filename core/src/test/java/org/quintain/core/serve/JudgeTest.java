package org.quintain.core.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quintain.core.BudgetExhaustedException;
import org.quintain.core.Bytes;
import org.quintain.core.Faulted;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Mark;
import org.quintain.core.Message;
import org.quintain.core.Outcome;
import org.quintain.core.Params;
import org.quintain.core.RefusedException;
import org.quintain.core.Setup;
import org.quintain.core.Size;
import org.quintain.core.Verdict;
import org.quintain.core.toys.Toys;
import org.quintain.core.toys.vault.VaultLab;
import org.quintain.core.toys.vault.VaultLab.Flaw;

/** Whatever a checker does becomes one of three outcomes. */
class JudgeTest {
    private static Outcome outcome(Flaw... flaws) {
        VaultLab lab = new VaultLab(flaws);
        return Judge.check(
                lab.card(),
                () -> lab.open(Setup.practice(lab, 0, Params.none())).checker(),
                new VaultLab.Answer(Bytes.of()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Flaw.class,
            names = {
                "CHECKER_THROWS",
                "CHECKER_OVERFLOWS_STACK",
                "TOO_MANY_POINTS",
                "MARKS_IN_WRONG_ORDER",
                "NO_VERDICT"
            })
    void failureOfACheckerIsAFault(Flaw flaw) {
        assertInstanceOf(Faulted.class, outcome(flaw));
    }

    /** An answer whose constructor fails although the form is right. */
    record Fragile(@Size(max = 4) String text) {
        Fragile {
            if (!text.isEmpty()) {
                throw new IllegalStateException("a bug of the lab's author");
            }
        }
    }

    /** A lab with that answer; only its types are asked for. */
    record FragileLab() implements Lab<VaultLab.Challenge, Fragile> {
        @Override
        public LabCard card() {
            return Toys.VAULT.card();
        }

        @Override
        public Class<VaultLab.Challenge> challengeType() {
            return VaultLab.Challenge.class;
        }

        @Override
        public Class<Fragile> answerType() {
            return Fragile.class;
        }

        @Override
        public LabRun<VaultLab.Challenge, Fragile> open(Setup setup) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void failureOfAnAnswersConstructorIsAFault() {
        Outcome outcome = Judge.read(new FragileLab(), Map.of("text", "x"), answer -> new Verdict(List.of()));
        assertInstanceOf(Faulted.class, outcome);
    }

    @Test
    void failureToOpenIsAFault() {
        assertInstanceOf(Faulted.class, outcome(Flaw.OPEN_THROWS));
    }

    private static Outcome opening(RuntimeException thrown) {
        return Judge.<VaultLab.Answer>check(
                Toys.VAULT.card(),
                () -> {
                    throw thrown;
                },
                new VaultLab.Answer(Bytes.of()));
    }

    @Test
    void refusalWhileOpeningIsAFault() {
        assertInstanceOf(Faulted.class, opening(new RefusedException(Message.of("no"))));
    }

    @Test
    void exhaustionWhileOpeningIsAFault() {
        assertInstanceOf(Faulted.class, opening(new BudgetExhaustedException("queries=1")));
    }

    @Test
    void refusalInAReplayGivesNothingForItsReason() {
        Message why = Message.of("too-long", "max", 8);
        assertEquals(
                new Verdict(List.of(new Mark("code", 0, why), new Mark("first-half", 0, why))),
                outcome(Flaw.CHECKER_REFUSES));
    }

    @Test
    void exhaustionInAReplayGivesNothing() {
        Message why = Message.of("replay-budget-exhausted");
        assertEquals(
                new Verdict(List.of(new Mark("code", 0, why), new Mark("first-half", 0, why))),
                outcome(Flaw.CHECKER_OVERDRAWS));
    }

    @Test
    void verdictWithoutAReasonIsAFault() {
        Outcome outcome = Judge.check(
                Toys.GATE.card(),
                () -> answer -> new Verdict(List.of(new Mark("open", 0, null), new Mark("word", 0, null))),
                new org.quintain.core.toys.gate.GateLab.Answer("x"));
        assertInstanceOf(Faulted.class, outcome);
    }

    @Test
    void oneCauseHasOneIncident() {
        assertEquals(outcome(Flaw.CHECKER_THROWS), outcome(Flaw.CHECKER_THROWS));
    }

    @Test
    void faultNamesTheTypeAndNeverTheText() {
        Faulted faulted = Judge.faulted("toy.vault", new IllegalStateException("the answer is 42"));
        assertEquals("java.lang.IllegalStateException", faulted.exceptionType());
    }
}
