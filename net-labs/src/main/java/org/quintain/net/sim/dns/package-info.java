/**
 * The domain name system on simulated hosts (RFC 1034, RFC 1035): who answers, who asks, and every decision that makes a
 * forged answer easy or hard (RFC 3833, RFC 5452) as a policy.
 *
 * <pre>
 * Zone                 what is known of names      DnsPolicy          what an asker decides, in one value
 * AuthoritativeServer  answers for zones           RecursiveResolver  asks from the root on, with a DnsCache
 * StubResolver         asks one resolver           DnsCounters        what came and why it was not believed
 * </pre>
 *
 * <p>Everything is UDP: there is no TCP and no zone transfer, and an answer cut with TC counts as none. Names are under
 * {@code .example} and {@code .test}, or the root.
 */
package org.quintain.net.sim.dns;
