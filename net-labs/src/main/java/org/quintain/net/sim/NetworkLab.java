package org.quintain.net.sim;

import org.quintain.core.Incubating;
import org.quintain.core.Lab;
import org.quintain.core.LabRun;
import org.quintain.core.Setup;

/**
 * A lab whose target is a simulated network, so that what happened on it can be shown.
 *
 * <p>Who wants to see a run opens it with a {@link NetworkWatcher} and judges as always: the session of a served target, a
 * transcript that is replayed and a script that the checker plays on a fresh network are all watched.
 *
 * @param <C> the challenge
 * @param <A> the answer
 */
@Incubating
public interface NetworkLab<C extends Record, A extends Record> extends Lab<C, A> {
    /**
     * Opens a run whose networks are watched.
     *
     * <p>The implementation MUST tell the watcher each network that it builds, in {@code open} and in the checker, when its
     * nodes are linked and before its clock moves. It MUST NOT let anything depend on the watcher.
     *
     * @param setup as for {@link Lab#open(Setup)}
     * @param watcher is told the networks
     * @return the run
     */
    LabRun<C, A> open(Setup setup, NetworkWatcher watcher);

    @Override
    default LabRun<C, A> open(Setup setup) {
        return open(setup, NetworkWatcher.NONE);
    }
}
