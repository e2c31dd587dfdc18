package org.quintain.net.sim.tcp;

import org.quintain.core.derive.Seed;

/** Sends a text of noise as there is room, closes when all is taken, and records what comes. */
class Sender extends Recorder {
    final byte[] text;
    private int next;

    Sender(int seed, int lengthBytes) {
        text = new byte[lengthBytes];
        byte[] key = new byte[32];
        key[31] = (byte) seed;
        Seed.of(key).draw("text").noise().fill(text);
    }

    @Override
    public void connected(TcpConnection opened) {
        super.connected(opened);
        more(opened);
    }

    @Override
    public void writable(TcpConnection again) {
        more(again);
    }

    private void more(TcpConnection to) {
        next += to.send(text, next, text.length - next);
        if (next == text.length) {
            to.close();
        }
    }
}
