package org.quintain.net.buildframebyhand;

import java.util.List;
import org.quintain.core.Meter;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Finding;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Receiver;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Reception;

/** The station that the frame is for; it keeps nothing between two frames. */
final class BuildFrameByHandTarget implements Receiver {
    private final FrameOrder order;
    private final Meter meter;

    BuildFrameByHandTarget(FrameOrder order, Meter meter) {
        this.order = order;
        this.meter = meter;
    }

    @Override
    public Reception send(byte[] frame) {
        meter.query();
        meter.packets(1);
        List<Finding> findings = StrictReading.of(order, frame);
        return new Reception(findings.isEmpty(), findings);
    }
}
