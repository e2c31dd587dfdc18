package org.quintain.net.sim.recording;

import java.util.List;
import org.quintain.core.Incubating;
import org.quintain.net.sim.NetworkWatcher.Purpose;

/**
 * What happened on one network.
 *
 * <p>Switches and segments have no lifeline: a frame goes from the node that sent it to those that took it up. At most
 * {@value #MAX_FRAMES} frames and {@value #MAX_BYTES} bytes are kept, the first ones; later frames are counted.
 *
 * @param purpose what the network was for
 * @param lifelines the nodes, in the order of their making
 * @param learner which lifeline is the learner's
 * @param frames in the order of sending
 * @param droppedFrames frames that found no room in the recording
 */
@Incubating
public record Recording(
        Purpose purpose, List<Lifeline> lifelines, int learner, List<RecordedFrame> frames, long droppedFrames) {
    /** The most frames of one recording. */
    public static final int MAX_FRAMES = 20_000;

    /** The most bytes of all frames of one recording. */
    public static final int MAX_BYTES = 1 << 22;

    /** Copies the lists. */
    public Recording {
        lifelines = List.copyOf(lifelines);
        frames = List.copyOf(frames);
    }

    /**
     * Counts the frames of a kind.
     *
     * @param kind which
     * @return how many of those kept
     */
    public int count(FrameKind kind) {
        return (int) frames.stream().filter(frame -> frame.kind() == kind).count();
    }
}
