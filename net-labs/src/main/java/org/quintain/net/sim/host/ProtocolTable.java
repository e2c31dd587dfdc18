package org.quintain.net.sim.host;

import java.util.Arrays;
import org.quintain.net.wire.Ipv4;

/** The transports that were put upon a host's IPv4: few, in the order of putting. */
final class ProtocolTable {
    private static final int[] NO_NUMBERS = {};
    private static final ProtocolHandler[] NO_HANDLERS = {};

    private int[] numbers = NO_NUMBERS;
    private ProtocolHandler[] handlers = NO_HANDLERS;

    void add(int number, ProtocolHandler handler) {
        if (number < 0 || number > 255 || number == Ipv4.PROTOCOL_ICMP || number == Ipv4.PROTOCOL_UDP) {
            throw new IllegalArgumentException("0 to 255 but 1 and 17 wanted: number=" + number);
        }
        if (find(number) != null) {
            throw new IllegalArgumentException("a protocol without handler wanted: number=" + number);
        }
        numbers = Arrays.copyOf(numbers, numbers.length + 1);
        handlers = Arrays.copyOf(handlers, numbers.length);
        numbers[numbers.length - 1] = number;
        handlers[numbers.length - 1] = handler;
    }

    /** The handler, or null. */
    ProtocolHandler find(int number) {
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == number) {
                return handlers[i];
            }
        }
        return null;
    }
}
