package org.quintain.net.wire;

/**
 * Who sends to whom.
 *
 * @param sourceMac 48 bits
 * @param source IPv4 address
 * @param destinationMac 48 bits
 * @param destination IPv4 address
 */
public record Endpoints(long sourceMac, int source, long destinationMac, int destination) {
    /** The way back. */
    public Endpoints swapped() {
        return new Endpoints(destinationMac, destination, sourceMac, source);
    }
}
