package org.quintain.app.replay;

import java.util.List;
import java.util.Optional;
import org.quintain.core.Lab;
import org.quintain.core.Outcome;
import org.quintain.core.Seat;
import org.quintain.net.sim.recording.Recorder;
import org.quintain.net.sim.recording.Recording;

/**
 * A hand-in that was judged while its networks were recorded.
 *
 * @param lab whose hand-in it is
 * @param seat whose instance; empty if the hand-in does not say
 * @param issueId public name of the instance, or an empty text
 * @param outcome what the grader said; empty if nothing was handed in
 * @param recordings what happened, in the order in which the networks were built
 * @param otherNetworks networks that were not recorded
 */
public record Replayed(
        Lab<?, ?> lab,
        Optional<Seat> seat,
        String issueId,
        Optional<Outcome> outcome,
        List<Recording> recordings,
        int otherNetworks) {
    /** Copies the list. */
    public Replayed {
        recordings = List.copyOf(recordings);
    }

    static Replayed of(
            Lab<?, ?> lab, Optional<Seat> seat, String issueId, Optional<Outcome> outcome, Recorder recorder) {
        return new Replayed(lab, seat, issueId, outcome, recorder.recordings(), recorder.otherNetworks());
    }

    /**
     * The same for somebody else's eyes.
     *
     * @param shown the seat as it may be shown
     * @return with another seat
     */
    public Replayed as(Optional<Seat> shown) {
        return new Replayed(lab, shown, issueId, outcome, recordings, otherNetworks);
    }
}
