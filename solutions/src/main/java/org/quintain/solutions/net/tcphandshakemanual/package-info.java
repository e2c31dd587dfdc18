/** The handshake of TCP made by hand, and the mistakes that are made with it. */
package org.quintain.solutions.net.tcphandshakemanual;
