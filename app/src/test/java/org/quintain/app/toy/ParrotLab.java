package org.quintain.app.toy;

import org.quintain.core.Assurance;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Level;
import org.quintain.core.Message;
import org.quintain.core.Setup;
import org.quintain.core.Size;

/** A parrot that repeats what it hears: a target that one talks to. */
public final class ParrotLab implements Lab<ParrotLab.Challenge, ParrotLab.Answer> {
    static final LabCard CARD = LabCard.of("test.parrot", 1)
            .assurance(Assurance.REPLAYED_ANSWER)
            .criterion("word", 10, 8)
            .levels(Level.PUPIL)
            .minutes(1)
            .sources("A. Nobody, Parrots, 2026")
            .build();

    public record Challenge(Parrot parrot) {}

    public record Said(String says, String heard) {}

    /** The parrot. */
    public interface Parrot {
        Said say(@Size(max = 20) String words);
    }

    public record Answer(@Size(max = 20) String word) {}

    @Override
    public LabCard card() {
        return CARD;
    }

    @Override
    public Class<Challenge> challengeType() {
        return Challenge.class;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public LabRun<Challenge, Answer> open(Setup setup) {
        Parrot parrot = words -> {
            setup.meter().query();
            if (words.equals("bug")) {
                throw new IllegalStateException("planted");
            }
            return new Said("repeats", words);
        };
        return new LabRun<>(new Challenge(parrot), answer -> {
            if (answer.word().equals("bug")) {
                throw new IllegalStateException("planted");
            }
            return CARD.marking()
                    .mark("word", answer.word().equals("parrot"), Message.of("judged"))
                    .verdict();
        });
    }
}
