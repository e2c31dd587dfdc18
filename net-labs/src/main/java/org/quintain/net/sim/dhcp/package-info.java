/**
 * Dynamic host configuration (RFC 2131) on simulated hosts: a server that lends addresses, and a client that believes
 * whoever offers one first, for DHCP proves nothing (RFC 2131 section 7).
 *
 * <p>Not there: relay agents, BOOTP, INFORM from a client, client identifiers other than the MAC, INIT-REBOOT.
 */
package org.quintain.net.sim.dhcp;
