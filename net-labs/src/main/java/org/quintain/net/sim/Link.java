package org.quintain.net.sim;

import org.quintain.core.Incubating;

/** A cable between two ports. Made by {@link Network#connect}. */
@Incubating
public final class Link {
    private final Port a;
    private final Port b;
    private final int index;
    private final int parallel;
    private LinkQuality quality;
    private boolean isUp = true;
    private Tap tap;

    Link(int index, Port a, Port b, int parallel, LinkQuality quality) {
        this.index = index;
        this.a = a;
        this.b = b;
        this.parallel = parallel;
        this.quality = quality;
    }

    /**
     * The link's number in its network, in the order of making.
     *
     * @return place in {@link Network#links()}
     */
    public int index() {
        return index;
    }

    /**
     * The port at the node that was named first.
     *
     * @return one end
     */
    public Port a() {
        return a;
    }

    /**
     * The port at the node that was named second.
     *
     * @return the other end
     */
    public Port b() {
        return b;
    }

    /**
     * The port at one of the two nodes.
     *
     * @param node at one end of this link
     * @return its port
     */
    public Port portOf(Node node) {
        if (node != a.node() && node != b.node()) {
            throw new IllegalArgumentException("a node at the link wanted: node=" + node + " link=" + this);
        }
        return node == a.node() ? a : b;
    }

    /**
     * How the link treats frames.
     *
     * @return the present quality
     */
    public LinkQuality quality() {
        return quality;
    }

    /**
     * Changes how the link treats frames that are sent from now on.
     *
     * @param changed the new quality
     */
    public void setQuality(LinkQuality changed) {
        quality = changed;
    }

    /**
     * Whether the link carries frames.
     *
     * @return false if the cable is out
     */
    public boolean isUp() {
        return isUp;
    }

    /**
     * Pulls the cable out or puts it back; what is already on the way arrives.
     *
     * @param up false to lose every frame that is sent from now on
     */
    public void setUp(boolean up) {
        isUp = up;
    }

    /**
     * Lets an observer see what passes here, in both directions; several see it in the order of adding.
     *
     * @param observer the tap
     */
    public void addTap(Tap observer) {
        tap = Tap.both(tap, observer);
    }

    Tap tap() {
        return tap;
    }

    /** The name of one direction: both nodes, and which of several links between them. */
    String directionFrom(Port from) {
        return from.node().name() + ">" + from.peer().node().name() + (parallel == 0 ? "" : "/" + parallel);
    }

    /** Both ports. */
    @Override
    public String toString() {
        return a + "--" + b;
    }
}
