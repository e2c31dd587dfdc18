package org.quintain.net.sim.recording;

import java.io.OutputStream;
import java.util.function.Function;
import org.quintain.core.Incubating;
import org.quintain.net.wire.capture.LinkType;
import org.quintain.net.wire.capture.PcapngWriter;

/** A recording as pcapng: one interface a lifeline, each frame once, at the interface of the node that sent it. */
@Incubating
public final class CaptureFile {
    private CaptureFile() {}

    /**
     * Writes a recording. Its virtual time 0 is the beginning of 1970.
     *
     * @param recording what happened
     * @param comment for each frame, empty for none
     * @param to takes the file; it is not closed
     * @throws java.io.UncheckedIOException if the stream fails
     */
    public static void write(Recording recording, Function<RecordedFrame, String> comment, OutputStream to) {
        // Closing the writer would close the caller's stream; it keeps nothing back.
        PcapngWriter capture = new PcapngWriter(to);
        recording.lifelines().forEach(node -> capture.addInterface(node.name(), LinkType.ETHERNET));
        for (RecordedFrame frame : recording.frames()) {
            byte[] bytes = frame.frame().toArray();
            capture.write(frame.from(), frame.sentMicros() * 1000, bytes, comment.apply(frame));
        }
    }
}
