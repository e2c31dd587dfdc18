package org.quintain.net.sim;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.quintain.core.BudgetExhaustedException;
import org.quintain.core.Incubating;
import org.quintain.core.Verdict;

/**
 * A network with a learner on it and all that a checker reads afterwards: caches, journals, what a {@link Tap} has seen.
 *
 * <p>A learner attacks live, through the {@link NetworkCard}, or hands in a script of {@link TimedFrame}s. Both are judged
 * by the same method of the lab, and the better of the two counts:
 *
 * <pre>{@code
 * public LabRun<Challenge, Answer> open(Setup setup, NetworkWatcher watcher) {
 *     Harbour session = new Harbour(setup, watcher, Purpose.SESSION);      // implements Attempt
 *     return new LabRun<>(session.challenge(), answer -> Attempt.judge(
 *             session, answer.script(), () -> new Harbour(setup.again(), watcher, Purpose.SCRIPT), TIMES,
 *             attempt -> verdict(attempt, answer)));
 * }
 * }</pre>
 *
 * <p>{@link org.quintain.net.sim.host.Lan} builds networks for labs; {@link Recurring} lets honest programs talk.
 */
@Incubating
public interface Attempt {
    /** The network. */
    Network network();

    /** The node whose frames are the learner's. */
    LearnerCard learner();

    /**
     * How long a script may last.
     *
     * @param settleMicros virtual time that passes after the script's last frame before it is judged, 0 or more
     * @param mostMicros virtual time that passes at most in all; later frames are not sent
     */
    record Times(long settleMicros, long mostMicros) {
        /** Refuses negative times. */
        public Times {
            if (settleMicros < 0 || mostMicros < 0) {
                throw new IllegalArgumentException(
                        "0 or more microseconds wanted: settleMicros=" + settleMicros + " mostMicros=" + mostMicros);
            }
        }

        /** When a script is judged: the settling time after its last frame, or at the most. */
        public long end(List<TimedFrame> script) {
            long last = script.stream().mapToLong(TimedFrame::atMicros).max().orElse(0);
            return last > mostMicros - settleMicros ? mostMicros : last + settleMicros;
        }
    }

    /**
     * Judges the session and, if there is one, the script; the better verdict counts, and of equal ones the script's, which
     * the learner has handed in.
     *
     * <p>A script that uses up the run's budget ends there, as a session would; what has happened until then counts.
     *
     * @param session as the learner left it; nothing moves it any more
     * @param script frames in the order of sending; empty if only the session is to count
     * @param fresh builds the same network anew, at time 0, on {@code setup.again()}
     * @param times how long the script may last
     * @param judge reads an attempt's state; MUST NOT send or advance
     * @param <T> what the lab reads
     * @return the better verdict
     */
    static <T extends Attempt> Verdict judge(
            T session, List<TimedFrame> script, Supplier<T> fresh, Times times, Function<? super T, Verdict> judge) {
        Verdict live = judge.apply(session);
        if (script.isEmpty()) {
            return live;
        }
        T replayed = fresh.get();
        try {
            replayed.learner().play(script);
            replayed.network().advance(times.end(script));
        } catch (BudgetExhaustedException over) {
            // The run ends here; its network stays as it is.
        }
        Verdict scripted = judge.apply(replayed);
        return live.earned() > scripted.earned() ? live : scripted;
    }
}
