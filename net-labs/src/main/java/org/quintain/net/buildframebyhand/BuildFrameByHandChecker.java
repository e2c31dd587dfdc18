package org.quintain.net.buildframebyhand;

import java.util.List;
import java.util.Optional;
import org.quintain.core.Checker;
import org.quintain.core.Criterion;
import org.quintain.core.LabCard;
import org.quintain.core.Marking;
import org.quintain.core.Message;
import org.quintain.core.Verdict;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Answer;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Field;
import org.quintain.net.buildframebyhand.BuildFrameByHandLab.Finding;
import org.quintain.net.wire.Udp;

/** Marks each layer by itself: the first thing that the receiver finds in it is the reason why it fails. */
final class BuildFrameByHandChecker implements Checker<Answer> {
    private final LabCard card;
    private final FrameOrder order;

    BuildFrameByHandChecker(LabCard card, FrameOrder order) {
        this.card = card;
        this.order = order;
    }

    @Override
    public Verdict check(Answer answer) {
        byte[] frame = answer.frame().toArray();
        List<Finding> findings = StrictReading.of(order, frame);
        Marking marking = card.marking();
        for (Criterion criterion : card.criteria()) {
            Optional<Finding> first = findings.stream()
                    .filter(finding -> finding.field().criterion().equals(criterion.id()))
                    .filter(finding -> !isSlipElsewhere(finding, frame))
                    .findFirst();
            Message why = first.map(Finding::why).orElseGet(() -> Message.of(criterion.id() + "-right"));
            marking.mark(criterion.id(), first.isEmpty(), why);
        }
        return marking.verdict();
    }

    /**
     * Whether a UDP checksum fails only because of a slip in an address or in the payload: it is the checksum of the
     * datagram that the card asks for. The receiver refuses the frame; for marks, one slip costs one layer.
     */
    private boolean isSlipElsewhere(Finding finding, byte[] frame) {
        return finding.field() == Field.UDP_CHECKSUM
                && frame.length >= FrameOrder.PAYLOAD_AT
                && new Udp().place(frame, FrameOrder.UDP_AT, frame.length).checksum() == order.udpChecksum();
    }
}
