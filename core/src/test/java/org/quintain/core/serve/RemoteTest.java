package org.quintain.core.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.BudgetExhaustedException;
import org.quintain.core.Lab;
import org.quintain.core.Outcome;
import org.quintain.core.Params;
import org.quintain.core.RefusedException;
import org.quintain.core.Usage;
import org.quintain.core.contract.Reference;
import org.quintain.core.toys.Toys;
import org.quintain.core.toys.gate.GateAttack;
import org.quintain.core.toys.gate.GateLab;
import org.quintain.core.toys.mailboat.MailboatAttack;
import org.quintain.core.toys.mailboat.MailboatLab;
import org.quintain.core.toys.vault.VaultAttack;

/** One attack, in process and over JSON. */
class RemoteTest {
    private record Run(Record answer, Usage usage, Outcome outcome) {}

    private static <C extends Record, A extends Record> Run inProcess(Lab<C, A> lab, Reference<C, A> attack) {
        Session<C, A> session = Toys.issuer().open(Toys.ADA, lab, Params.none());
        A answer = attack.run(session.challenge());
        return new Run(answer, session.usage(), session.submit(answer));
    }

    private static <C extends Record, A extends Record> Run remote(Lab<C, A> lab, Reference<C, A> attack) {
        Session<C, A> session = Toys.issuer().open(Toys.ADA, lab, Params.none());
        A answer = attack.run(Remote.connect(lab.challengeType(), session::call));
        return new Run(answer, session.usage(), Remote.submit(session::call, answer));
    }

    @Test
    void oracleAnswersTheSameOverJson() {
        VaultAttack attack = new VaultAttack(Toys.VAULT);
        assertEquals(inProcess(Toys.VAULT, attack), remote(Toys.VAULT, attack));
    }

    @Test
    void networkCardAnswersTheSameOverJson() {
        MailboatAttack attack = new MailboatAttack();
        assertEquals(inProcess(Toys.MAILBOAT, attack), remote(Toys.MAILBOAT, attack));
    }

    @Test
    void nestedSessionsAnswerTheSameOverJson() {
        GateAttack attack = new GateAttack();
        assertEquals(inProcess(Toys.GATE, attack), remote(Toys.GATE, attack));
    }

    private static GateLab.Challenge gate() {
        return Remote.connect(GateLab.Challenge.class, Toys.issuer().open(Toys.ADA, Toys.GATE, Params.none())::call);
    }

    @Test
    void refusalReachesTheCaller() {
        RefusedException refused = assertThrows(
                RefusedException.class, () -> gate().telephone().call().say(""));
        assertEquals("say-something", refused.why().key());
    }

    @Test
    void argumentPastItsLimitIsRefused() {
        RefusedException refused = assertThrows(
                RefusedException.class, () -> gate().telephone().call().say("x".repeat(33)));
        assertEquals("value-size", refused.why().key());
    }

    @Test
    void exhaustionReachesTheCallerWithItsLimit() {
        MailboatLab.Challenge boat = Remote.connect(
                MailboatLab.Challenge.class, Toys.issuer().open(Toys.ADA, Toys.MAILBOAT, Params.none())::call);
        BudgetExhaustedException exhausted = assertThrows(BudgetExhaustedException.class, () -> {
            while (true) {
                boat.card().send(new byte[1]);
            }
        });
        assertEquals("packets=50", exhausted.getMessage());
    }

    @Test
    void failureOfTheTargetIsNoRefusal() {
        assertThrows(
                IllegalStateException.class, () -> gate().telephone().call().say("cough"));
    }

    @Test
    void closedConversationIsNoTargetAnyMore() {
        GateLab.Conversation talk = gate().telephone().call();
        talk.close();
        assertThrows(IllegalStateException.class, () -> talk.say("hello"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "junk", "[]", "{\"id\":99,\"result\":null}", "{\"result\":{}}"})
    void replyThatIsNoneIsTheTransportsFault(String reply) {
        assertThrows(IllegalStateException.class, () -> Remote.connect(GateLab.Challenge.class, line -> reply));
    }

    @Test
    void outcomeThatIsNoneIsTheTransportsFault() {
        assertThrows(
                IllegalStateException.class,
                () -> Remote.submit(line -> "{\"id\":1,\"result\":null}", new GateLab.Answer("x")));
    }

    @Test
    void proxyHasTheMethodsOfAnObject() {
        GateLab.Telephone telephone = gate().telephone();
        assertEquals(List.of("remote telephone", true), List.of(telephone.toString(), telephone.equals(telephone)));
        assertNotEquals(telephone, gate().telephone());
    }
}
