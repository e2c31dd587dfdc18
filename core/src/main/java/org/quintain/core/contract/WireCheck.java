package org.quintain.core.contract;

import java.util.List;
import java.util.function.Consumer;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.Outcome;
import org.quintain.core.Params;
import org.quintain.core.Seat;
import org.quintain.core.Usage;
import org.quintain.core.derive.SeatKey;
import org.quintain.core.serve.Issuer;
import org.quintain.core.serve.Judge;
import org.quintain.core.serve.Remote;
import org.quintain.core.serve.Replay;
import org.quintain.core.serve.Session;
import org.quintain.core.serve.Transcript;
import org.quintain.core.serve.TranscriptStore;

/** Runs the reference attack over JSON on a served session of one seat. */
final class WireCheck<C extends Record, A extends Record> {
    private final Reference<C, A> reference;
    private final Lab<C, A> lab;
    private final LabCard card;
    private final Seat seat;
    private final Params params;
    private final SeatKey key;
    private final Consumer<String> report;

    WireCheck(Reference<C, A> reference, Seat seat, Params params, SeatKey key, Consumer<String> report) {
        this.reference = reference;
        this.lab = reference.lab();
        this.card = lab.card();
        this.seat = seat;
        this.params = params;
        this.key = key;
        this.report = report;
    }

    /** The attack over JSON gives the same answer, cost and marks; its transcript can be replayed and resumed. */
    void run(A right, Outcome full, Usage used) {
        try (Issuer issuer = Issuer.practice(Catalog.of(List.of(lab)))) {
            TranscriptStore store = TranscriptStore.inMemory();
            Session<?, ?> session = issuer.serve(seat, card.id(), params.nonDefault(), store);
            MeterWatch watch = new MeterWatch(session, lab, report);
            A answer = reference.run(Remote.connect(lab.challengeType(), watch));
            checkHonestMeter(issuer);
            if (!answer.equals(right)) {
                report.accept("the attack gives the same answer over JSON");
            }
            if (!session.usage().equals(used)) {
                report.accept("the attack costs the same over JSON: " + session.usage() + " and not " + used);
            }
            Outcome remote = Remote.submit(session::call, answer);
            if (!remote.equals(full)) {
                report.accept("the marks are the same over JSON: " + remote);
            }
            checkReplay(answer, full, used, session.transcript());
            checkResumed(issuer, store, used);
        }
    }

    private void checkResumed(Issuer issuer, TranscriptStore store, Usage used) {
        try {
            Session<?, ?> resumed = issuer.serve(seat, card.id(), params.nonDefault(), store);
            if (!resumed.usage().equals(used)) {
                report.accept("a resumed session has the same budget left");
            }
        } catch (IllegalStateException otherReply) {
            report.accept("a resumed session gets the same replies");
        }
    }

    private void checkReplay(A answer, Outcome full, Usage used, Transcript transcript) {
        Replay<C, A> replay = new Replay<>(lab, key, params);
        try {
            replay.repeat(transcript);
        } catch (IllegalStateException otherReply) {
            report.accept("the transcript replayed on a second run gets the same replies");
            return;
        }
        Outcome replayed = Judge.check(card, replay::checker, answer);
        if (!replayed.equals(full) || !replay.usage().equals(used)) {
            report.accept("the transcript replayed on a second run gives the same marks and cost: " + replayed);
        }
    }

    /** What a normal user calls and the attack does not must move the meter too. */
    private void checkHonestMeter(Issuer issuer) {
        Session<?, ?> session = issuer.open(seat, card.id(), params.nonDefault());
        MeterWatch watch = new MeterWatch(session, lab, report);
        ContractCheck.requireHonestUse(
                reference, "target over JSON", Remote.connect(lab.challengeType(), watch), report);
    }
}
