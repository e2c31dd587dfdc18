/**
 * Captures: pcap and pcapng, read and written as streams. Nothing here opens a path.
 *
 * <p>Sources: draft-ietf-opsawg-pcap, "PCAP Capture File Format"; draft-ietf-opsawg-pcapng, "PCAP Now Generic (pcapng)
 * Capture File Format"; draft-ietf-opsawg-pcaplinktype. Sections are quoted as "pcap section 4" and "pcapng section 4.3".
 */
package org.quintain.net.wire.capture;
