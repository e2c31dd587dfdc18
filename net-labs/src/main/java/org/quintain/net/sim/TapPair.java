package org.quintain.net.sim;

/** Two taps as one. */
record TapPair(Tap first, Tap second) implements Tap {
    @Override
    public void sent(long micros, Port from, byte[] frame, int origin) {
        first.sent(micros, from, frame, origin);
        second.sent(micros, from, frame, origin);
    }

    @Override
    public void delivered(long micros, Port to, byte[] frame, int origin) {
        first.delivered(micros, to, frame, origin);
        second.delivered(micros, to, frame, origin);
    }

    @Override
    public void lost(long micros, Port from, byte[] frame, int origin) {
        first.lost(micros, from, frame, origin);
        second.lost(micros, from, frame, origin);
    }
}
