package org.quintain.solutions.net.arppoison;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.quintain.core.Bytes;
import org.quintain.core.contract.NearMiss;
import org.quintain.net.arppoison.ArpPoisonLab.Answer;
import org.quintain.net.arppoison.ArpPoisonLab.Challenge;
import org.quintain.net.arppoison.ArpPoisonLab.Habit;
import org.quintain.net.sim.TimedFrame;
import org.quintain.net.wire.Arp;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;

/** Wrong answers that learners give: each changes one thing in the frames or in the table. */
final class ArpPoisonMisses {
    private static final Set<String> HABITS = Set.of("habits");
    private static final Set<String> EFFECTS = Set.of("poisoned", "diverted", "forwarded");

    private final int console;
    private final int lamp;
    private final Answer right;

    private ArpPoisonMisses(Challenge challenge, Answer right) {
        console = ArpProbe.address(challenge.stations().get(0));
        lamp = ArpProbe.address(challenge.stations().get(1));
        this.right = right;
    }

    static List<NearMiss<Answer>> of(Challenge challenge, Answer right) {
        ArpPoisonMisses misses = new ArpPoisonMisses(challenge, right);
        int last = right.script().size() - 1;
        List<NearMiss<Answer>> all = new ArrayList<>(List.of(
                misses.script("order not passed on", right.script().subList(0, last), "habits", "poisoned", "diverted"),
                misses.script("order passed on too late", misses.late(last), "habits", "poisoned", "diverted"),
                misses.script("nothing sent", List.of(), "habits"),
                misses.poison("ARP without its Ethernet header", frame -> Bytes.of(frame, 14, frame.length)),
                misses.poison("the lamp's true MAC not replaced: the console's own address claimed", misses::mirrored),
                misses.poison("address written backwards", misses::reversed),
                misses.poison("hardware type left out", frame -> changed(frame, 15, 0)),
                misses.poison("opcode 3, which is no ARP", frame -> changed(frame, 21, 3)),
                misses.poison("sent to the frame's sender", ArpPoisonMisses::toOneself),
                misses.table("table empty", List.of()),
                misses.table("one station missing", right.habits().subList(1, 4)),
                misses.table("everything believed by everybody", misses.all(true)),
                misses.table("nothing believed by anybody", misses.all(false)),
                misses.table("requests and replies confused", misses.confused())));
        all.removeIf(miss -> miss.answer().habits().equals(right.habits())
                && miss.answer().script().equals(right.script()));
        return List.copyOf(all);
    }

    private NearMiss<Answer> script(String name, List<TimedFrame> script, String... mayKeep) {
        return new NearMiss<>(name, new Answer(script, right.habits()), Set.of(mayKeep));
    }

    private NearMiss<Answer> table(String name, List<Habit> habits) {
        return new NearMiss<>(name, new Answer(right.script(), habits), EFFECTS);
    }

    private List<TimedFrame> late(int last) {
        List<TimedFrame> script = new ArrayList<>(right.script());
        TimedFrame forwarded = script.get(last);
        script.set(last, new TimedFrame(forwarded.atMicros() + 1_500_000, forwarded.frame()));
        return script;
    }

    /** Every frame that poisons, changed. */
    private NearMiss<Answer> poison(String name, UnaryOperatorToBytes change) {
        List<TimedFrame> script = right.script().stream()
                .map(timed -> {
                    byte[] frame = timed.frame().toArray();
                    return isClaim(frame) ? new TimedFrame(timed.atMicros(), change.apply(frame)) : timed;
                })
                .toList();
        return new NearMiss<>(name, new Answer(script, right.habits()), HABITS);
    }

    private interface UnaryOperatorToBytes {
        Bytes apply(byte[] frame);
    }

    private boolean isClaim(byte[] frame) {
        Ethernet ethernet = new Ethernet();
        Arp arp = new Arp();
        return ethernet.wrap(frame) == Flaw.NONE
                && ethernet.type() == Ethernet.TYPE_ARP
                && arp.wrap(ethernet) == Flaw.NONE
                && arp.sender() == lamp;
    }

    private static Arp arp(byte[] frame) {
        return new Arp().place(frame, Ethernet.LENGTH_BYTES, frame.length);
    }

    /** Claims the victim's own address, to the victim. */
    private Bytes mirrored(byte[] frame) {
        arp(frame).sender(console);
        return Bytes.of(frame);
    }

    private Bytes reversed(byte[] frame) {
        arp(frame).sender(Integer.reverseBytes(lamp));
        return Bytes.of(frame);
    }

    private static Bytes toOneself(byte[] frame) {
        Ethernet ethernet = new Ethernet().place(frame, 0, frame.length);
        ethernet.destination(ethernet.source());
        return Bytes.of(frame);
    }

    private static Bytes changed(byte[] frame, int at, int value) {
        frame[at] = (byte) value;
        return Bytes.of(frame);
    }

    private List<Habit> all(boolean value) {
        return each(habit -> new Habit(habit.station(), value, value, value));
    }

    private List<Habit> confused() {
        return each(habit -> new Habit(habit.station(), habit.reply(), habit.request(), habit.gratuitous()));
    }

    private List<Habit> each(UnaryOperator<Habit> change) {
        return right.habits().stream().map(change).toList();
    }
}
