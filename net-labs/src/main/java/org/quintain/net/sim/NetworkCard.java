package org.quintain.net.sim;

import java.util.Optional;
import org.quintain.core.Bytes;
import org.quintain.core.Free;
import org.quintain.core.Incubating;
import org.quintain.core.Range;
import org.quintain.core.Size;

/**
 * The learner's network card: raw frames out, raw frames in, and the clock. It stands in challenges as a target, so the
 * same calls work in process and over the wire.
 *
 * <p>Nothing happens on the network but in {@link #advance}: frames that are sent wait for it.
 */
@Incubating
public interface NetworkCard {
    /** Longest virtual time that one call lets pass: an hour. */
    long MAX_ADVANCE_MICROS = 3_600_000_000L;

    /**
     * Puts a frame onto the cable, now. Costs a query and a packet.
     *
     * @param frame Ethernet frame without check sequence, any bytes
     */
    void send(@Size(max = Network.MAX_FRAME_BYTES) byte[] frame);

    /**
     * Takes the oldest frame that has come and was not taken yet. Costs a query.
     *
     * @return the frame with the time when it came, or nothing
     */
    Optional<TimedFrame> receive();

    /**
     * Lets virtual time pass and the network work. Costs a query and the time.
     *
     * @param micros how long
     * @return how many frames wait to be received
     */
    int advance(@Range(max = MAX_ADVANCE_MICROS) long micros);

    /**
     * The virtual time.
     *
     * @return microseconds since the run was opened
     */
    @Free
    long nowMicros();

    /**
     * How many frames came while the card's queue was full, and are gone.
     *
     * @return 0 or more
     */
    @Free
    long droppedFrames();

    /**
     * The card's own address.
     *
     * @return 6 bytes
     */
    @Free
    Bytes mac();
}
