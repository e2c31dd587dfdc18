package org.quintain.net.sim;

import java.util.Arrays;
import org.quintain.core.Incubating;
import org.quintain.net.wire.capture.LinkType;
import org.quintain.net.wire.capture.PcapngWriter;

/**
 * Records what it sees as pcapng: one interface for each link, a packet for each frame put onto it, in the order of time.
 *
 * <p>On a single link that is what a tap in the cable records; on a whole network a frame that crosses three links is
 * recorded three times. Lost frames are in it, second copies are not.
 */
@Incubating
public final class CaptureTap implements Tap {
    /** What to write beside a packet. */
    @FunctionalInterface
    public interface Comments {
        /**
         * The comment for one frame. An implementation MUST NOT change the frame.
         *
         * @param from the port that sends it
         * @param frame the bytes
         * @param origin {@link Node#index()} of the node that made it; what a learner is given MUST NOT depend on it
         * @return the comment, empty for none
         */
        String of(Port from, byte[] frame, int origin);
    }

    private static final int UNKNOWN = -1;

    private final PcapngWriter to;
    private final long epochNanos;
    private final Comments comments;
    private int[] interfaces = {};

    /**
     * A recorder without comments.
     *
     * @param to a new capture; the caller closes it
     * @param epochNanos what virtual time 0 is in the capture, nanoseconds since 1970-01-01 00:00:00 UTC
     */
    public CaptureTap(PcapngWriter to, long epochNanos) {
        this(to, epochNanos, (from, frame, origin) -> "");
    }

    /**
     * A recorder.
     *
     * @param to a new capture; the caller closes it
     * @param epochNanos what virtual time 0 is in the capture, nanoseconds since 1970-01-01 00:00:00 UTC
     * @param comments what to write beside each packet
     */
    public CaptureTap(PcapngWriter to, long epochNanos, Comments comments) {
        this.to = to;
        this.epochNanos = epochNanos;
        this.comments = comments;
    }

    @Override
    public void sent(long micros, Port from, byte[] frame, int origin) {
        to.write(interfaceOf(from.link()), epochNanos + 1000 * micros, frame, comments.of(from, frame, origin));
    }

    private int interfaceOf(Link link) {
        int index = link.index();
        if (index >= interfaces.length) {
            int known = interfaces.length;
            interfaces = Arrays.copyOf(interfaces, index + 1);
            Arrays.fill(interfaces, known, index + 1, UNKNOWN);
        }
        if (interfaces[index] == UNKNOWN) {
            interfaces[index] = to.addInterface(link.toString(), LinkType.ETHERNET);
        }
        return interfaces[index];
    }
}
