/**
 * Hosts on a {@link org.quintain.net.sim.Network}: a small IPv4 stack whose every debatable decision is a policy.
 *
 * <pre>
 * Host              a node with one interface and a stack   HostPolicy        what its system decides, in one value
 * NetworkInterface  address, MAC, ARP, frames that wait     ArpPolicy         which ARP packets are believed
 * UdpSocket         a bound port                            ProtocolHandler   another transport upon IPv4, as TCP is
 * Reassembler       fragments to packets                    OverlapPolicy     whose bytes count where fragments overlap
 * Router            several interfaces, routes, filters     Route             longest prefix first
 * Lan               hosts and a learner around a switch
 * </pre>
 *
 * <p>Views ({@link org.quintain.net.wire.Ipv4} and its like) that a handler gets are the stack's own and hold until the
 * handler returns; the bytes that they show are never changed and MAY be kept.
 */
package org.quintain.net.sim.host;
