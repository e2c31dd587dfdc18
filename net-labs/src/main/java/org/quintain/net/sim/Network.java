package org.quintain.net.sim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.quintain.core.Incubating;
import org.quintain.core.VirtualClock;
import org.quintain.core.derive.Noise;
import org.quintain.core.derive.Seed;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.VlanTag;

/**
 * A network in memory: events on a virtual clock that moves only in {@link #advance}.
 *
 * <p>Everything that happens follows from the seed, from how the network was built and from what was sent when: the same
 * again gives the same again, bit for bit. Events of one time happen in the order in which they were caused. Each element
 * has a chance of its own, derived from its name, so that one more element changes nobody else's. A network is used by one
 * thread at a time. What bounds it is said in {@link Limits}.
 */
@Incubating
public final class Network {
    /** Longest frame that a link carries: 14 octets header, 4 octets 802.1Q tag, 1,500 octets payload. */
    public static final int MAX_FRAME_BYTES = Ethernet.LENGTH_BYTES + VlanTag.LENGTH_BYTES + Ethernet.MAX_PAYLOAD_BYTES;

    private final Seed seed;
    private final Scheduler scheduler;
    private final List<Node> nodes = new ArrayList<>(6);
    private final List<Link> links = new ArrayList<>(6);
    private final Wiretap wiretap = new Wiretap();

    private Network(VirtualClock clock, Seed seed, Limits limits) {
        this.seed = seed;
        this.scheduler = new Scheduler(clock, limits, wiretap);
    }

    /**
     * A network of a lab, on the clock of its run: time that passes here counts against the run's budget.
     *
     * @param clock {@code setup.clock()}; may be shared with other networks of the run, each of which catches up with it
     *     when it is next advanced
     * @param seed where all chance comes from: a fork of {@code setup.seed()}
     * @param limits what bounds it
     * @return a network without nodes
     */
    public static Network on(VirtualClock clock, Seed seed, Limits limits) {
        return new Network(clock, seed, limits);
    }

    /**
     * A network with a clock of its own, from 0, for experiments and tests.
     *
     * @param seed where all chance comes from
     * @param limits what bounds it
     * @return a network without nodes
     */
    public static Network standalone(Seed seed, Limits limits) {
        return new Network(null, seed, limits);
    }

    /**
     * {@link #standalone(Seed, Limits)} with {@link Limits#DEFAULT}.
     *
     * @param seed where all chance comes from
     * @return a network without nodes
     */
    public static Network standalone(Seed seed) {
        return standalone(seed, Limits.DEFAULT);
    }

    /**
     * Links two nodes, each by a new port.
     *
     * @param a a node of this network with a free port
     * @param b another one
     * @param quality how the link treats frames
     * @return the link
     */
    public Link connect(Node a, Node b, LinkQuality quality) {
        if (a.network() != this || b.network() != this || a == b) {
            throw new IllegalArgumentException("two nodes of this network wanted: a=" + a + " b=" + b);
        }
        int parallel = 0;
        for (int i = 0; i < a.portCount(); i++) {
            parallel += a.port(i).peer().node() == b ? 1 : 0;
        }
        Link link = new Link(links.size(), a.newPort(), b.newPort(), parallel, quality);
        link.a().join(link, link.b());
        link.b().join(link, link.a());
        links.add(link);
        a.linked(link.a());
        b.linked(link.b());
        return link;
    }

    /**
     * The virtual time.
     *
     * @return microseconds; inside an event, the event's time
     */
    public long now() {
        return scheduler.now();
    }

    /**
     * Lets time pass, and everything happen that is due.
     *
     * @param micros how long, 0 or more microseconds; with 0, what is due now happens
     * @throws org.quintain.core.BudgetExhaustedException if the run's virtual time is used up; the run is then over
     */
    public void advance(long micros) {
        scheduler.run(micros, null);
    }

    /**
     * Lets time pass until something has come true.
     *
     * @param done asked now and after each event; MUST NOT send or advance
     * @param maxMicros how long at most, 0 or more microseconds
     * @return true if it came true: the clock then stands at the event that made it so; false if the time is up
     */
    public boolean advanceUntil(BooleanSupplier done, long maxMicros) {
        return done.getAsBoolean() || scheduler.run(maxMicros, done);
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Wiretap wiretap() {
        return wiretap;
    }

    int register(Node node, String name) {
        for (Node other : nodes) {
            if (other.name().equals(name)) {
                throw new IllegalArgumentException("a name of its own wanted: name=" + name);
            }
        }
        nodes.add(node);
        return nodes.size() - 1;
    }

    /**
     * A generator that depends on the network's seed and on a name and on nothing else.
     *
     * @param name what it is for; not beginning with "node " or "link ", which nodes and links use themselves
     * @return a new generator, at its beginning
     */
    public Noise noise(String name) {
        return seed.draw(name).noise();
    }

    /**
     * An alarm for a node.
     *
     * @param action what happens when it rings; MAY set the timer again
     * @return a timer, not set
     */
    public Timer timer(Runnable action) {
        return new Timer(scheduler, action);
    }

    /**
     * Lets an observer see what passes on every link, present and future, before the links' own taps.
     *
     * @param observer the tap
     */
    public void addTap(Tap observer) {
        wiretap.add(observer);
    }

    /**
     * A node by its number, as taps get it for an origin.
     *
     * @param index 0 to {@link #nodeCount()} - 1
     * @return the node
     */
    public Node node(int index) {
        return nodes.get(index);
    }

    /**
     * How many nodes there are.
     *
     * @return 0 or more
     */
    public int nodeCount() {
        return nodes.size();
    }

    /**
     * All links, in the order of making.
     *
     * @return a view
     */
    public List<Link> links() {
        return Collections.unmodifiableList(links);
    }

    /**
     * How many frames are sent and not yet delivered.
     *
     * @return 0 if all is quiet, whatever timers are set
     */
    public int framesInFlight() {
        return scheduler.framesInFlight();
    }

    /**
     * How many deliveries and timers have happened.
     *
     * @return 0 to the limit
     */
    public long events() {
        return scheduler.events();
    }

    /**
     * Whether the limit of events is reached and nothing happens here any more.
     *
     * @return true from the last event allowed on
     */
    public boolean isSpent() {
        return scheduler.isSpent();
    }

    /**
     * How many frames found no room: too long, too many in flight, too long a wait for a link with a rate, or the network
     * was spent. Frames lost by a link's quality are not among them.
     *
     * @return 0 or more
     */
    public long droppedFrames() {
        return scheduler.droppedFrames();
    }
}
