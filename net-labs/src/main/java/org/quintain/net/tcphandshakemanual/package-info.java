/**
 * A connection made by hand, segment by segment, to a station that serves one line. Nothing falls: it is what every honest
 * computer does. RFC 9293 sections 3.4 and 3.5; RFC 826.
 */
package org.quintain.net.tcphandshakemanual;
