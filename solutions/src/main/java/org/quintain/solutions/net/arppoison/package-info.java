/** The reference attack on {@code net.arp-poison}, with its debriefs. */
package org.quintain.solutions.net.arppoison;
