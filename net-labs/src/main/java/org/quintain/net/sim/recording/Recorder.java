package org.quintain.net.sim.recording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quintain.core.Incubating;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.NetworkWatcher;
import org.quintain.net.sim.Node;

/**
 * Records the networks of a run. At most {@value #MAX_NETWORKS} are recorded, the first ones; later ones are counted. Used
 * by the thread that runs the networks.
 */
@Incubating
public final class Recorder implements NetworkWatcher {
    /** The most networks of one recorder. */
    public static final int MAX_NETWORKS = 8;

    private final List<RecordingTap> taps = new ArrayList<>();
    private int otherNetworks;

    @Override
    public void built(Network network, Node learner, Purpose purpose) {
        if (taps.size() == MAX_NETWORKS) {
            // A network on which nothing happened, such as a session that was opened to judge a script, makes room.
            taps.removeIf(tap -> !tap.hasFrames());
        }
        if (taps.size() == MAX_NETWORKS) {
            otherNetworks++;
            return;
        }
        RecordingTap tap = new RecordingTap(network, learner, purpose);
        network.addTap(tap);
        taps.add(tap);
    }

    /**
     * What has happened so far.
     *
     * @return one for each network on which a frame was sent: those on which the learner sent one, in the order of
     *     building, then the others
     */
    public List<Recording> recordings() {
        return taps.stream()
                .filter(RecordingTap::hasFrames)
                .map(RecordingTap::recording)
                .sorted(Comparator.comparing(Recorder::isQuiet))
                .toList();
    }

    private static boolean isQuiet(Recording recording) {
        return recording.count(FrameKind.GENUINE) == recording.frames().size();
    }

    /**
     * Networks beyond {@value #MAX_NETWORKS}.
     *
     * @return how many were not recorded
     */
    public int otherNetworks() {
        return otherNetworks;
    }
}
