/**
 * A password falls to whoever reads the cable, because the user logs in over a protocol that hides nothing (FTP, POP3,
 * Telnet or HTTP Basic).
 *
 * <p>Source: RFC 959, RFC 1939, RFC 854, RFC 7617 section 4.
 */
package org.quintain.net.findcleartextpassword;
