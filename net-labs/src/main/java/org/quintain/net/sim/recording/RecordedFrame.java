package org.quintain.net.sim.recording;

import java.util.List;
import org.quintain.core.Bytes;
import org.quintain.core.Incubating;

/**
 * A frame between the node that put it on the wire and those that took it up.
 *
 * @param number 1 and up, in the order of sending
 * @param kind how it stands to the truth about its sender
 * @param from the lifeline that sent it
 * @param maker the lifeline that made it; another than {@code from} if that one passed it on as a router does
 * @param sentMicros virtual time
 * @param arrivedMicros when the first receiver got it; {@code sentMicros} if nobody did
 * @param to lifelines that it was meant for and that got it, ascending
 * @param overheardBy lifelines that got it though it names another's hardware address, ascending; only the learner's card
 *     listens to such
 * @param copies how often a receiver got it, at most; 2 and more if a link duplicated it
 * @param frame its bytes as they were sent
 */
@Incubating
public record RecordedFrame(
        int number,
        FrameKind kind,
        int from,
        int maker,
        long sentMicros,
        long arrivedMicros,
        List<Integer> to,
        List<Integer> overheardBy,
        int copies,
        Bytes frame) {
    /** Copies the lists. */
    public RecordedFrame {
        to = List.copyOf(to);
        overheardBy = List.copyOf(overheardBy);
    }

    /**
     * Whether nobody it was meant for got it: lost on a link, dropped by a device, or for an address that nobody has.
     *
     * @return true if {@link #to} is empty
     */
    public boolean isLost() {
        return to.isEmpty();
    }
}
