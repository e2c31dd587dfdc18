/**
 * An operator's session in plain TCP falls to somebody on the same cable, who sees its sequence numbers; a MAC on each line
 * keeps it. L. Joncheray, A Simple Active Attack Against TCP, USENIX Security 1995; RFC 5961; W. Du, SEED Labs, TCP Attacks.
 */
package org.quintain.net.tcphijack;
