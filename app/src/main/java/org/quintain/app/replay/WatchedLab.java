package org.quintain.app.replay;

import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Setup;
import org.quintain.net.sim.NetworkLab;
import org.quintain.net.sim.NetworkWatcher;

/** A network lab that is the same in everything, but that somebody watches each network that its runs build. */
record WatchedLab<C extends Record, A extends Record>(NetworkLab<C, A> lab, NetworkWatcher watcher)
        implements Lab<C, A> {
    static <C extends Record, A extends Record> Lab<C, A> of(NetworkLab<C, A> lab, NetworkWatcher watcher) {
        return new WatchedLab<>(lab, watcher);
    }

    @Override
    public LabCard card() {
        return lab.card();
    }

    @Override
    public Class<C> challengeType() {
        return lab.challengeType();
    }

    @Override
    public Class<A> answerType() {
        return lab.answerType();
    }

    @Override
    public LabRun<C, A> open(Setup setup) {
        return lab.open(setup, watcher);
    }
}
