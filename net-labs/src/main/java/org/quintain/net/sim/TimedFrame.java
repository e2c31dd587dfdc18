package org.quintain.net.sim;

import org.quintain.core.Bytes;
import org.quintain.core.Incubating;
import org.quintain.core.Range;
import org.quintain.core.Size;

/**
 * A frame and when it was received, or is to be sent: a line of a learner's script.
 *
 * @param atMicros virtual time in microseconds since the run was opened, 0 or more
 * @param frame Ethernet frame without check sequence, at most 1,518 bytes
 */
@Incubating
public record TimedFrame(
        @Range(max = (1L << 53) - 1) long atMicros,
        @Size(max = Network.MAX_FRAME_BYTES) Bytes frame) {}
