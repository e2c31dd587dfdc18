package org.quintain.net.sim.dns;

import org.quintain.core.Incubating;
import org.quintain.net.wire.DnsName;

/**
 * A name server that an asker is told of when it is set up, as a hint for the root (RFC 1034 section 5.3.2, SBELT).
 *
 * @param name of the server
 * @param address of the server
 */
@Incubating
public record NameServer(DnsName name, int address) {}
