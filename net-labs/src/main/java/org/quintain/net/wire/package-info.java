/**
 * Wire formats, one header one file: windows on a frame that read and write in place.
 *
 * <pre>{@code
 * Ethernet ethernet = new Ethernet(); // kept, and used for every frame
 * Ipv4 ip = new Ipv4();
 * Udp udp = new Udp();
 * if (ethernet.wrap(frame) == Flaw.NONE && ethernet.type() == Ethernet.TYPE_IPV4
 *         && ip.wrap(ethernet) == Flaw.NONE && ip.isChecksumRight() && !ip.isFragment()
 *         && ip.protocol() == Ipv4.PROTOCOL_UDP && udp.wrap(ip) == Flaw.NONE && udp.isChecksumRight(ip)) {
 *     handle(udp.destinationPort(), frame, udp.payloadOffset(), udp.payloadLengthBytes());
 * }
 * Endpoints there = new Endpoints(mac, Ipv4Address.of("10.0.0.2"), MacAddress.of("02:00:5e:00:53:01"), server);
 * byte[] query = Frames.udp(there, 50_000, 53, payload);
 * byte[] hello = Frames.tcp(there, 50_000, 80, 1, 0, Tcp.SYN, 65_535, new byte[0]);
 * new Ipv4().place(hello, Ethernet.LENGTH_BYTES, hello.length).timeToLive(1).writeChecksum(); // change a field
 * }</pre>
 *
 * <p>A malformed header is refused where it is read, with a {@link org.quintain.net.wire.Flaw} that names the rule. See
 * {@link org.quintain.net.wire.Header} for the three ways to set a window: {@code wrap}, {@code begin}, {@code place}.
 */
package org.quintain.net.wire;
