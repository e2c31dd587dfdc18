package org.quintain.net.sim;

/** Tells a network's taps, then the link's, what happens to a frame. */
final class Wiretap {
    private Tap everywhere;

    void add(Tap observer) {
        everywhere = Tap.both(everywhere, observer);
    }

    void sent(long now, Port from, byte[] frame, int origin) {
        if (everywhere != null) {
            everywhere.sent(now, from, frame, origin);
        }
        Tap here = from.link().tap();
        if (here != null) {
            here.sent(now, from, frame, origin);
        }
    }

    void delivered(long now, Port to, byte[] frame, int origin) {
        if (everywhere != null) {
            everywhere.delivered(now, to, frame, origin);
        }
        Tap here = to.link().tap();
        if (here != null) {
            here.delivered(now, to, frame, origin);
        }
    }

    void lost(long now, Port from, byte[] frame, int origin) {
        if (everywhere != null) {
            everywhere.lost(now, from, frame, origin);
        }
        Tap here = from.link().tap();
        if (here != null) {
            here.lost(now, from, frame, origin);
        }
    }
}
