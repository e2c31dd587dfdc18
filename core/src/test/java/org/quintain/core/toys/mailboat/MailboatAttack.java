package org.quintain.core.toys.mailboat;

import java.util.List;
import org.quintain.core.Lab;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.NearMiss;
import org.quintain.core.contract.Reference;

/** Sends a frame and polls each microsecond. */
public final class MailboatAttack implements Reference<MailboatLab.Challenge, MailboatLab.Answer> {
    @Override
    public Lab<MailboatLab.Challenge, MailboatLab.Answer> lab() {
        return new MailboatLab();
    }

    @Override
    public MailboatLab.Answer run(MailboatLab.Challenge challenge) {
        MailboatLab.Card card = challenge.card();
        card.send(new byte[] {1});
        long sent = card.nowMicros();
        card.sleep(999);
        for (int i = 0; i < 1100; i++) {
            card.sleep(1);
            if (card.receive().isPresent()) {
                return new MailboatLab.Answer(card.nowMicros() - sent);
            }
        }
        return new MailboatLab.Answer(0);
    }

    @Override
    public void honestUse(MailboatLab.Challenge challenge) {
        challenge.card().send(new byte[] {1});
        challenge.card().sleep(10_000);
        if (challenge.card().receive().isEmpty()) {
            throw new IllegalStateException("no mail");
        }
    }

    @Override
    public List<NearMiss<MailboatLab.Answer>> nearMisses(MailboatLab.Challenge challenge, MailboatLab.Answer right) {
        return List.of(NearMiss.of("one too many", new MailboatLab.Answer(right.delayMicros() + 1)));
    }

    @Override
    public List<HardSeat> hardSeats() {
        return List.of();
    }
}
