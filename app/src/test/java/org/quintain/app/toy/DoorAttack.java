package org.quintain.app.toy;

import java.util.List;
import java.util.Optional;
import org.quintain.app.toy.DoorLab.Answer;
import org.quintain.app.toy.DoorLab.Challenge;
import org.quintain.core.Lab;
import org.quintain.core.Language;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.NearMiss;
import org.quintain.core.contract.Reference;
import org.quintain.core.contract.References;

/** Tries all codes. */
public final class DoorAttack implements Reference<Challenge, Answer> {
    private static final Lab<Challenge, Answer> LAB = new DoorLab();

    /** A list of this attack alone. */
    public static References list() {
        return new References() {
            @Override
            public List<Reference<?, ?>> all() {
                return List.of(new DoorAttack());
            }

            @Override
            public Optional<String> debrief(Reference<?, ?> reference, Language language) {
                return Optional.of("# Debrief " + language.tag());
            }
        };
    }

    @Override
    public Lab<Challenge, Answer> lab() {
        return LAB;
    }

    @Override
    public Answer run(Challenge challenge) {
        int code = 0;
        while (!challenge.door().open(code)) {
            code = (code + 1) % 1000;
        }
        return new Answer(code, true, Optional.empty(), List.of());
    }

    @Override
    public void honestUse(Challenge challenge) {
        challenge.door().enter().look();
    }

    @Override
    public List<NearMiss<Answer>> nearMisses(Challenge challenge, Answer right) {
        return List.of();
    }

    @Override
    public List<HardSeat> hardSeats() {
        return List.of();
    }
}
