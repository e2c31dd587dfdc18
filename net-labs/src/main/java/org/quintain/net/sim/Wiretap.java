package org.quintain.net.sim;

/** Tells a network's taps, then the link's, what happens to a frame. */
final class Wiretap {
    private final Network network;
    private Tap everywhere;

    Wiretap(Network network) {
        this.network = network;
    }

    void add(Tap observer) {
        everywhere = Tap.both(everywhere, observer);
    }

    void sent(Port from, byte[] frame, int origin) {
        if (everywhere != null) {
            everywhere.sent(network.now(), from, frame, origin);
        }
        Tap here = from.link().tap();
        if (here != null) {
            here.sent(network.now(), from, frame, origin);
        }
    }

    void delivered(Port to, byte[] frame, int origin) {
        if (everywhere != null) {
            everywhere.delivered(network.now(), to, frame, origin);
        }
        Tap here = to.link().tap();
        if (here != null) {
            here.delivered(network.now(), to, frame, origin);
        }
    }

    void lost(Port from, byte[] frame, int origin) {
        if (everywhere != null) {
            everywhere.lost(network.now(), from, frame, origin);
        }
        Tap here = from.link().tap();
        if (here != null) {
            here.lost(network.now(), from, frame, origin);
        }
    }
}
