package org.quintain.core.serve;

import java.util.Map;
import org.quintain.core.Assurance;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.Message;
import org.quintain.core.Params;
import org.quintain.core.RefusedException;
import org.quintain.core.Seat;
import org.quintain.core.Setup;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.derive.SeatKey;
import org.quintain.core.text.Clean;

/** The issuer that derives from a course key. */
final class KeyIssuer implements Issuer {
    private final Catalog labs;
    private final boolean isPractice;
    private volatile CourseKey key;

    KeyIssuer(CourseKey key, Catalog labs, boolean isPractice) {
        this.key = key;
        this.labs = labs;
        this.isPractice = isPractice;
    }

    @Override
    public String keyId() {
        return key().keyId();
    }

    @Override
    public <C extends Record, A extends Record> Session<C, A> open(Seat seat, Lab<C, A> lab, Params params) {
        return new OpenSession<>(lab, seatKey(seat, lab.card(), params), params, null);
    }

    @Override
    public Session<?, ?> open(Seat seat, String labId, Map<String, String> params) {
        Lab<?, ?> lab = find(labId);
        return open(seat, lab, Params.parse(lab.card(), params));
    }

    @Override
    public Session<?, ?> serve(Seat seat, String labId, Map<String, String> params, TranscriptStore store) {
        Lab<?, ?> lab = find(labId);
        return serve(lab, seat, Params.parse(lab.card(), params), store);
    }

    private <C extends Record, A extends Record> Session<C, A> serve(
            Lab<C, A> lab, Seat seat, Params params, TranscriptStore store) {
        return new OpenSession<>(lab, seatKey(seat, lab.card(), params), params, store);
    }

    @Override
    public Handout handout(Seat seat, Lab<?, ?> lab, Params params) {
        LabCard card = lab.card();
        SeatKey seatKey = seatKey(seat, card, params);
        Setup setup = Setup.of(seatKey.root(), params, card.budget());
        return Handout.of(
                lab,
                lab.open(setup).challenge(),
                new Handout.Heading(
                        seat,
                        params.nonDefault(),
                        keyId(),
                        card.id(),
                        card.contentVersion(),
                        seatKey.issueId(),
                        isPractice ? Assurance.PRACTICE : card.assurance()));
    }

    @Override
    public void close() {
        key = null;
    }

    private SeatKey seatKey(Seat seat, LabCard card, Params params) {
        return key().seatKey(seat, card.id(), card.contentVersion(), params.nonDefault());
    }

    private CourseKey key() {
        CourseKey current = key;
        if (current == null) {
            throw new IllegalStateException("an open issuer wanted");
        }
        return current;
    }

    private Lab<?, ?> find(String labId) {
        return labs.find(labId)
                .orElseThrow(() -> new RefusedException(Message.of("lab-unknown", "lab", Clean.line(labId, 40))));
    }
}
