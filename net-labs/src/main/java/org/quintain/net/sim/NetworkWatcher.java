package org.quintain.net.sim;

import org.quintain.core.Incubating;

/** Is told the networks that a run builds; adds a {@link Tap} to those that it wants to see. */
@Incubating
public interface NetworkWatcher {
    /** Looks at nothing. */
    NetworkWatcher NONE = (network, learner, purpose) -> {};

    /** What a network is for. */
    enum Purpose {
        /** The learner's session: what is sent to the served target. */
        SESSION,
        /** A handed-in script is played on it by the checker. */
        SCRIPT
    }

    /**
     * A network is ready; its clock has not moved yet.
     *
     * @param network which
     * @param learner the node whose frames are the learner's
     * @param purpose what it is for
     */
    void built(Network network, Node learner, Purpose purpose);
}
