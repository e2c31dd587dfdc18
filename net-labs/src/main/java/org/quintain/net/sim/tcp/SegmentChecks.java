package org.quintain.net.sim.tcp;

import org.quintain.core.Incubating;

/** How a synchronized connection judges resets, SYNs and acknowledgments that may be forged. */
@Incubating
public enum SegmentChecks {
    /**
     * RFC 793 section 3.9, SEGMENT ARRIVES: a reset anywhere in the window resets, a SYN in the window resets, an
     * acknowledgment of old data is as good as any other.
     */
    RFC_793,
    /**
     * RFC 5961 sections 3.2, 4.2 and 5.2, in RFC 9293 section 3.10.7.4: only a reset at exactly RCV.NXT resets; another one
     * in the window, any SYN, and an acknowledgment outside of SND.UNA - MAX.SND.WND to SND.NXT get a challenge ACK.
     */
    RFC_5961
}
