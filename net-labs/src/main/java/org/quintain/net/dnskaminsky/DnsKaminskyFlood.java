package org.quintain.net.dnskaminsky;

import java.util.ArrayList;
import java.util.List;
import org.quintain.core.Bytes;
import org.quintain.core.Message;
import org.quintain.core.Meter;
import org.quintain.core.RefusedException;
import org.quintain.net.dnskaminsky.DnsKaminskyLab.Flood;
import org.quintain.net.dnskaminsky.DnsKaminskyLab.Shot;
import org.quintain.net.sim.LearnerCard;
import org.quintain.net.sim.TimedFrame;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.InternetChecksum;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Udp;

/** Sends bursts through the learner's card, for a session and for a script. */
final class DnsKaminskyFlood implements Flood {
    private static final int ID_BYTES = 2;

    private final LearnerCard learner;
    private final Meter meter;

    DnsKaminskyFlood(LearnerCard learner, Meter meter) {
        this.learner = learner;
        this.meter = meter;
    }

    @Override
    public void burst(byte[] frame, int firstId, int step, int copies) {
        meter.query();
        send(frame, firstId, step, copies);
    }

    /** A line of a script. What a session would be refused is left out; the rest goes on. */
    void fire(Shot shot) {
        if (shot.copies() == 0) {
            learner.play(List.of(new TimedFrame(0, shot.frame())));
            return;
        }
        try {
            send(shot.frame().toArray(), shot.firstId(), shot.step(), shot.copies());
        } catch (RefusedException notSent) {
            // The verdict speaks of what did arrive.
        }
    }

    private void send(byte[] template, int firstId, int step, int copies) {
        if (firstId >>> 16 != 0 || step >>> 16 != 0 || copies < 1 || copies > DnsKaminskyLab.MAX_COPIES) {
            throw new RefusedException(Message.of("burst-numbers", "most", DnsKaminskyLab.MAX_COPIES));
        }
        byte[] frame = template.clone();
        Udp udp = udp(frame);
        int at = udp.payloadOffset();
        int oldId = word(frame, at);
        int oldChecksum = udp.checksum();
        List<TimedFrame> burst = new ArrayList<>(copies);
        for (int i = 0; i < copies; i++) {
            int id = firstId + i * step & 0xFFFF;
            frame[at] = (byte) (id >>> 8);
            frame[at + 1] = (byte) id;
            udp.checksum(checksum(oldChecksum, oldId, id));
            burst.add(new TimedFrame(0, Bytes.of(frame)));
        }
        learner.play(burst);
    }

    /** 0 means that there is none, and is sent as all ones if it is the sum (RFC 768, Checksum). */
    private static int checksum(int old, int oldId, int id) {
        if (old == Udp.NO_CHECKSUM) {
            return old;
        }
        int updated = InternetChecksum.update(old, oldId, id);
        return updated == Udp.NO_CHECKSUM ? Udp.ZERO_CHECKSUM : updated;
    }

    private static int word(byte[] frame, int at) {
        return (frame[at] & 0xFF) << 8 | frame[at + 1] & 0xFF;
    }

    private static Udp udp(byte[] frame) {
        Ethernet ethernet = new Ethernet();
        Ipv4 ip = new Ipv4();
        Udp udp = new Udp();
        if (ethernet.wrap(frame) != Flaw.NONE
                || ethernet.type() != Ethernet.TYPE_IPV4
                || ip.wrap(ethernet) != Flaw.NONE
                || ip.isFragment()
                || ip.protocol() != Ipv4.PROTOCOL_UDP
                || udp.wrap(ip) != Flaw.NONE
                || udp.payloadLengthBytes() < ID_BYTES) {
            throw new RefusedException(Message.of("burst-frame"));
        }
        return udp;
    }
}
