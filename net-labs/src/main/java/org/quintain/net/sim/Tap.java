package org.quintain.net.sim;

import org.quintain.core.Incubating;

/**
 * Sees the frames on a link or on the whole network, and who really made each of them.
 *
 * <p>An implementation MUST NOT change the frame, send, set timers or advance the network: with and without a tap
 * everything happens alike. It MAY keep the frame. A frame that crosses several links is seen once on each, as the same
 * array unless a device changed it; a sender's forged addresses are in the bytes, the truth is in {@code origin}.
 */
@Incubating
public interface Tap {
    /**
     * A frame is put onto a link.
     *
     * @param micros virtual time; on a link with a rate, the time when it is handed over
     * @param from the port that sends it
     * @param frame the bytes
     * @param origin {@link Node#index()} of the node that made the frame
     */
    void sent(long micros, Port from, byte[] frame, int origin);

    /**
     * A frame arrives, just before its receiver gets it; of a duplicated frame each copy. Does nothing by default.
     *
     * @param micros virtual time
     * @param to the port that it reaches
     * @param frame the bytes
     * @param origin as for {@link #sent}
     */
    default void delivered(long micros, Port to, byte[] frame, int origin) {}

    /**
     * A frame that was just sent is lost on the link or for want of room in the network. Does nothing by default.
     *
     * @param micros virtual time
     * @param from the port that sent it
     * @param frame the bytes
     * @param origin as for {@link #sent}
     */
    default void lost(long micros, Port from, byte[] frame, int origin) {}

    /**
     * Two taps as one.
     *
     * @param first sees each event first; null for none
     * @param second sees it next
     * @return a tap that passes everything on to both
     */
    static Tap both(Tap first, Tap second) {
        return first == null ? second : new TapPair(first, second);
    }
}
