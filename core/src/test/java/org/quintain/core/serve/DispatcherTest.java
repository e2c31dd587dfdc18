package org.quintain.core.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.toys.Toys;
import org.quintain.core.wire.Json;

/** Calls over JSON: what is answered, what is refused and with which code. */
class DispatcherTest {
    private final Session<?, ?> gate = Toys.issuer().open(Toys.ADA, "toy.gate", Map.of());
    private final Session<?, ?> boat = Toys.issuer().open(Toys.ADA, "toy.mailboat", Map.of());
    private final Session<?, ?> vault = Toys.issuer().open(Toys.ADA, "toy.vault", Map.of());

    private static Map<String, Object> reply(Session<?, ?> session, String on, String name, Object... arguments) {
        return Toys.parse(session.call(Toys.call(on, name, arguments)));
    }

    private static Object error(Session<?, ?> session, String line) {
        return Toys.parse(session.call(line)).get("error");
    }

    private static String key(Map<String, Object> reply) {
        return (String) ((Map<?, ?>) reply.get("message")).get("key");
    }

    private String openConversation() {
        return (String) ((Map<?, ?>) reply(gate, "telephone", "call").get("result")).get("target");
    }

    @Test
    void replyRepeatsTheId() {
        assertEquals(Map.of("id", 7L, "result", "no"), reply(gate, openConversation(), "say", "hello"));
    }

    @Test
    void errorRepeatsTheId() {
        assertEquals(7L, reply(gate, "nobody", "say").get("id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"7\",\"on\":\"telephone\",\"call\":\"call\",\"args\":[]}",
                "{\"id\":[[7]],\"on\":\"telephone\",\"call\":\"call\",\"args\":[]}",
                "{\"id\":99999999999999999999,\"on\":\"telephone\",\"call\":\"call\",\"args\":[]}",
                "{\"on\":\"telephone\",\"call\":\"call\",\"args\":[]}",
                "{\"id\":null,\"on\":\"telephone\",\"call\":\"call\"}",
                "junk"
            })
    void idThatIsNoWholeNumberIsABadCallAndNotRepeated(String line) {
        Map<String, Object> reply = Toys.parse(gate.call(line));
        assertEquals(List.of("bad-call", Json.NULL), List.of(reply.get("error"), reply.get("id")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{\"id\":1}",
                "{\"id\":1,\"on\":1,\"call\":\"call\",\"args\":[]}",
                "{\"id\":1,\"on\":\"telephone\",\"call\":null,\"args\":[]}",
                "{\"id\":1,\"on\":\"telephone\",\"call\":\"call\",\"args\":{}}",
                "{\"id\":1,\"on\":\"telephone\",\"call\":\"call\",\"args\":[1]}",
                "{\"id\":1,\"on\":\"telephone\",\"call\":\"call\",\"args\":[],\"x\":1}",
                "{\"id\":1,\"id\":1,\"on\":\"telephone\",\"call\":\"call\",\"args\":[]}",
                "{\"id\":1,\"on\":\"session\",\"call\":\"usage\",\"args\":[1]}",
                "{\"id\":1,\"on\":\"session\",\"call\":\"submit\",\"args\":[]}",
                "{\"id\":1,\"on\":\"session\",\"call\":\"submit\",\"args\":[{},{}]}"
            })
    void callOfAnotherFormIsABadCall(String line) {
        assertEquals("bad-call", error(gate, line));
    }

    @Test
    void callPastOneMebibyteIsABadCall() {
        assertEquals("bad-call", error(gate, Toys.call("telephone", "call", "x".repeat(1 << 20))));
    }

    @Test
    void argumentPastItsLimitIsABadCallThatNamesTheParameter() {
        Map<String, Object> reply = reply(gate, openConversation(), "say", "x".repeat(33));
        assertEquals(
                List.of("bad-call", "word"),
                List.of(
                        reply.get("error"),
                        ((Map<?, ?>) ((Map<?, ?>) reply.get("message")).get("arguments")).get("at")));
    }

    @Test
    void argumentOfAnotherTypeIsABadCall() {
        assertEquals("bad-call", reply(vault, "keypad", "rightBytes", 5L).get("error"));
    }

    @Test
    void targetAsArgumentIsABadCall() {
        assertEquals(
                "bad-call",
                reply(vault, "keypad", "rightBytes", Map.of("target", "keypad")).get("error"));
    }

    @Test
    void badCallCostsNothing() {
        reply(vault, "keypad", "rightBytes", "zz");
        assertEquals(0, vault.usage().queries());
    }

    @Test
    void unknownTargetIsNoSuchTarget() {
        assertEquals("no-such-target", reply(gate, "conversation#1", "say", "x").get("error"));
    }

    @Test
    void unknownCallIsNoSuchCall() {
        assertEquals("no-such-call", reply(gate, "telephone", "answer").get("error"));
    }

    @Test
    void unknownCallOfTheSessionIsNoSuchCall() {
        assertEquals("no-such-call", reply(gate, "session", "transcript").get("error"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "getClass",
                "hashCode",
                "toString",
                "equals",
                "wait",
                "notify",
                "notifyAll",
                "clone",
                "finalize",
                "sink",
                "setup",
                "<init>",
                "receive ",
                "Receive"
            })
    void onlyTheDeclaredInterfaceIsCallable(String name) {
        assertEquals("no-such-call", reply(boat, "card", name).get("error"));
    }

    @Test
    void componentThatIsNoTargetIsNotCallable() {
        assertEquals("no-such-target", reply(boat, "name", "length").get("error"));
    }

    @Test
    void refusalOfTheTargetIsRefusedWithItsMessage() {
        Map<String, Object> reply = reply(gate, openConversation(), "say", "");
        assertEquals(List.of("refused", "say-something"), List.of(reply.get("error"), key(reply)));
    }

    @Test
    void failureOfTheTargetIsTargetFaultedWithAnIncident() {
        Map<String, Object> reply = reply(gate, openConversation(), "say", "cough");
        assertEquals(List.of("target-faulted", "target-faulted"), List.of(reply.get("error"), key(reply)));
    }

    @Test
    void failureShowsNothingOfTheCause() {
        assertFalse(gate.call(Toys.call(openConversation(), "say", "cough")).contains("no cough"));
    }

    @Test
    void nullInsteadOfATargetIsTargetFaulted() {
        assertEquals("target-faulted", reply(gate, "telephone", "broken").get("error"));
    }

    @Test
    void exhaustedBudgetEndsTheWholeRun() {
        String talk = openConversation();
        for (int i = 1; i < 300; i++) {
            reply(gate, talk, "say", "hello");
        }
        Map<String, Object> reply = reply(gate, talk, "say", "hello");
        assertEquals(List.of("budget-exhausted", "budget-exhausted"), List.of(reply.get("error"), key(reply)));
        assertEquals("budget-exhausted", reply(gate, "telephone", "call").get("error"));
    }

    @Test
    void exhaustedPacketsEndTheClockToo() {
        for (int i = 0; i < 51; i++) {
            reply(boat, "card", "send", "00");
        }
        Map<String, Object> reply = reply(boat, "card", "sleep", 1L);
        assertEquals("budget-exhausted", reply.get("error"));
        assertEquals(Map.of("limit", "packets=50"), ((Map<?, ?>) reply.get("message")).get("arguments"));
    }

    @Test
    void exhaustedClockEndsTheQueriesToo() {
        for (int i = 0; i < 11; i++) {
            reply(boat, "card", "sleep", 1_000_000L);
        }
        assertEquals("budget-exhausted", reply(boat, "card", "receive").get("error"));
    }

    @Test
    void voidCallGivesNull() {
        assertEquals(Json.NULL, reply(boat, "card", "send", "00").get("result"));
    }

    @Test
    void emptyOptionalGivesNull() {
        assertEquals(Json.NULL, reply(boat, "card", "receive").get("result"));
    }

    @Test
    void handlesAreNumbered() {
        assertEquals(List.of("conversation#1", "conversation#2"), List.of(openConversation(), openConversation()));
    }

    @Test
    void oneObjectHasOneHandle() {
        assertEquals(reply(gate, "telephone", "hotline"), reply(gate, "telephone", "hotline"));
    }

    @Test
    void closedHandleIsGone() {
        String talk = openConversation();
        reply(gate, talk, "close");
        assertEquals("no-such-target", reply(gate, talk, "say", "hello").get("error"));
    }

    @Test
    void numberOfAClosedHandleIsNotUsedAgain() {
        reply(gate, openConversation(), "close");
        assertEquals("conversation#2", openConversation());
    }

    @Test
    void handle65IsRefusedUntilOneIsClosed() {
        List<String> open = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            open.add(openConversation());
        }
        Map<String, Object> refused = reply(gate, "telephone", "call");
        assertEquals(List.of("refused", "too-many-targets"), List.of(refused.get("error"), key(refused)));
        reply(gate, open.get(10), "close");
        assertEquals("conversation#65", openConversation());
    }

    @Test
    void learnersTextInARefusalIsCutAndCleaned() {
        Map<String, Object> reply = reply(gate, "\u202e" + "x".repeat(10_000), "say");
        String shown = (String) ((Map<?, ?>) ((Map<?, ?>) reply.get("message")).get("arguments")).get("target");
        assertEquals("\ufffd" + "x".repeat(39) + "\u2026", shown);
    }

    @Property(tries = 500)
    void anyLineGetsOneLineOfJson(@ForAll @StringLength(max = 60) String line) {
        String reply = gate.call(line);
        assertTrue(Toys.parse(reply).containsKey("error") && reply.indexOf('\n') < 0);
    }

    @Property(tries = 300)
    void anyWordsInACallGetAReply(@ForAll String on, @ForAll String name, @ForAll List<String> arguments) {
        Map<String, Object> reply = Toys.parse(
                gate.call(Json.write(Map.of("id", 1L, "on", on, "call", name, "args", List.copyOf(arguments)))));
        assertTrue(reply.containsKey("error"));
    }
}
