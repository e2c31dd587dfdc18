package org.quintain.net.wire;

/**
 * What a DHCP server tells a client, each address 32 bits.
 *
 * @param address the client's
 * @param server the server's own
 * @param seconds how long the address is lent, 32 bits
 * @param subnetMask of the client's network
 * @param router where other networks are reached
 * @param dnsServer who turns names into addresses
 */
public record DhcpLease(int address, int server, long seconds, int subnetMask, int router, int dnsServer) {}
