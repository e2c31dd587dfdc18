/**
 * TCP for simulated hosts, by RFC 9293, with what attacks and defences differ in as policy.
 *
 * <pre>
 * TcpStack       the TCP of a host: listen, connect        TcpConnection  one end of a connection, and what it remembers
 * TcpPolicy      RFC 793 or 5961, numbers, overlaps        TcpLimits      sizes, bounds, times
 * TcpHandler     what an application is told               LineServer, Typist  conversations of lines
 * </pre>
 */
package org.quintain.net.sim.tcp;
