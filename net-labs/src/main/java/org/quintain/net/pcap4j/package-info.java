/**
 * Packets of pcap4j, for tools and courses that know them. The only package that needs pcap4j, which does not come with
 * this module: add {@code org.pcap4j:pcap4j-core} and {@code org.pcap4j:pcap4j-packetfactory-static} to use it. Neither
 * libpcap nor a device is asked for.
 */
package org.quintain.net.pcap4j;
