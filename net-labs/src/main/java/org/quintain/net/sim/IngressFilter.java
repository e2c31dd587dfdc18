package org.quintain.net.sim;

import org.quintain.core.Incubating;

/**
 * Says which frames a {@link Switch} takes in.
 *
 * <p>An implementation MUST NOT change or keep the frame, send, or throw; it MUST accept any bytes. It MUST bound what it
 * remembers. It MAY count what it refuses and remember where it saw whom.
 */
@Incubating
@FunctionalInterface
public interface IngressFilter {
    /**
     * Whether the switch goes on with a frame. Asked after the frame's VLAN is known and before anything is learned from
     * it; the first filter that refuses ends the frame.
     *
     * @param port where the frame arrived
     * @param vlan the VLAN that it belongs to, 1 to 4094
     * @param frame at least {@code etherTypeOffset + 2} bytes
     * @param etherTypeOffset where the EtherType of the payload stands: 12, or 16 behind an 802.1Q tag
     * @return false to drop and count the frame ({@link Switch#filteredFrames()})
     */
    boolean admits(Port port, int vlan, byte[] frame, int etherTypeOffset);
}
