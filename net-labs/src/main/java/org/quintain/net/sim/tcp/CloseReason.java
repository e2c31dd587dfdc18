package org.quintain.net.sim.tcp;

import org.quintain.core.Incubating;

/** Why a connection is no more. */
@Incubating
public enum CloseReason {
    /** Both sides have closed, in order. */
    NORMAL,
    /** The peer, or somebody in its name, has sent a reset. */
    RESET,
    /** The peer answered the request for a connection with a reset. */
    REFUSED,
    /** This side has called {@link TcpConnection#abort()}. */
    ABORTED,
    /** Nobody has answered as often as the policy asks. */
    TIMED_OUT,
    /** This stack had no room or no free port for one more connection. */
    NO_ROOM
}
