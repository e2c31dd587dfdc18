/**
 * A frame written byte by byte for a receiver that forgives nothing: Ethernet II, IPv4, UDP.
 *
 * <p>No break-in: the receiver's strictness is the defence that the lab is about. Sources: RFC 768, 791, 894, 1071.
 */
package org.quintain.net.buildframebyhand;
