/**
 * A board's DNS question falls to a neighbour on the same cable, who answers first; signed answers, verified by the board,
 * keep it. RFC 3833; RFC 5452; W. Du, SEED Labs, Local DNS Attack Lab.
 */
package org.quintain.net.dnsanswerspoof;
