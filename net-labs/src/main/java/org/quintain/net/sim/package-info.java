/**
 * A network in memory: discrete events on a virtual clock, the same bit for bit for the same seed.
 *
 * <pre>
 * Network   the events, the clock, the chance        Node   what has ports: Host, Router, Switch, Segment, LearnerCard
 * Port      where a node sends and receives          Link   two ports and a {@link org.quintain.net.sim.LinkQuality}
 * Tap       sees what passes, and who really sent it Timer  a node's own alarm
 * Attempt   a lab's network and how it is judged       Recurring  what honest programs do again and again
 * </pre>
 *
 * <p>A frame is an Ethernet II frame without preamble and frame check sequence, in a {@code byte[]} that nobody changes
 * once it was sent: it is shared by everyone who gets it and never copied.
 */
package org.quintain.net.sim;
