package org.quintain.core.toys.gate;

import java.util.List;
import java.util.Set;
import org.quintain.core.Lab;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.NearMiss;
import org.quintain.core.contract.Reference;

/** Asks twice: three queries. */
public final class GateAttack implements Reference<GateLab.Challenge, GateLab.Answer> {
    private final Lab<GateLab.Challenge, GateLab.Answer> lab;

    /** An attack on the sound gate. */
    public GateAttack() {
        this(new GateLab());
    }

    /** An attack on some gate. */
    public GateAttack(Lab<GateLab.Challenge, GateLab.Answer> lab) {
        this.lab = lab;
    }

    @Override
    public Lab<GateLab.Challenge, GateLab.Answer> lab() {
        return lab;
    }

    @Override
    public GateLab.Answer run(GateLab.Challenge challenge) {
        GateLab.Conversation talk = challenge.telephone().call();
        talk.say("open");
        String word = talk.say("open");
        talk.close();
        return new GateLab.Answer(word);
    }

    @Override
    public void honestUse(GateLab.Challenge challenge) {
        GateLab.Conversation talk = challenge.telephone().call();
        talk.say("hello");
        talk.close();
    }

    @Override
    public List<NearMiss<GateLab.Answer>> nearMisses(GateLab.Challenge challenge, GateLab.Answer right) {
        return List.of(new NearMiss<>("the keeper's no", new GateLab.Answer("no"), Set.of("open")));
    }

    @Override
    public List<HardSeat> hardSeats() {
        return List.of();
    }
}
