package org.quintain.net.sim.dhcp;

import org.quintain.core.Incubating;

/** Where a client stands (RFC 2131 section 4.4, figure 5); INIT-REBOOT and REBOOTING are not there. */
@Incubating
public enum DhcpState {
    /** Without address, and not trying: before the start, and after a release. */
    INIT,
    /** Has asked who has an address to lend. */
    SELECTING,
    /** Has asked for the one that was offered. */
    REQUESTING,
    /** Has been given it, and looks whether somebody else uses it (RFC 2131 section 3.1, step 5; RFC 5227). */
    CHECKING,
    /** Has an address. */
    BOUND,
    /** Asks its server for more time, from T1 on. */
    RENEWING,
    /** Asks any server for more time, from T2 on. */
    REBINDING
}
