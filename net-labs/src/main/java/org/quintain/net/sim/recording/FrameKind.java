package org.quintain.net.sim.recording;

import org.quintain.core.Incubating;

/** How a frame stands to the truth about its sender. */
@Incubating
public enum FrameKind {
    /** A node other than the learner's made it. */
    GENUINE,
    /** The learner made it, and it says so. */
    OWN,
    /**
     * The learner sent it under the own hardware address, and its IPv4 packet is one that had come before, bit for bit but
     * for time to live and checksum: what a router does, or one in the middle.
     */
    PASSED_ON,
    /** The learner made it, and it claims to be somebody else's. */
    FORGED
}
