package org.quintain.net.sim.tcp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text that a line application sends, as there is room; what would wait beyond a bound ends the connection. */
final class TextOut {
    static final int MAX_WAITING_BYTES = 1 << 18;

    private byte[] waiting = {};

    boolean isEmpty() {
        return waiting.length == 0;
    }

    void send(TcpConnection to, String text) {
        send(to, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(TcpConnection to, byte[] bytes) {
        int taken = waiting.length > 0 ? 0 : to.send(bytes);
        if (taken == bytes.length) {
            return;
        }
        if (waiting.length + bytes.length - taken > MAX_WAITING_BYTES) {
            waiting = new byte[0];
            to.abort();
            return;
        }
        int before = waiting.length;
        waiting = Arrays.copyOf(waiting, before + bytes.length - taken);
        System.arraycopy(bytes, taken, waiting, before, bytes.length - taken);
    }

    void writable(TcpConnection to) {
        int taken = to.send(waiting);
        waiting = Arrays.copyOfRange(waiting, taken, waiting.length);
    }
}
