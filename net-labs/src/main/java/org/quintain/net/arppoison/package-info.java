/**
 * A harbour's ARP caches fall to a neighbour on the same switch, who then gets the console's orders to the lamp; dynamic ARP
 * inspection keeps them. RFC 826; RFC 5227; W. Du, SEED Labs, ARP Cache Poisoning Attack Lab.
 */
package org.quintain.net.arppoison;
