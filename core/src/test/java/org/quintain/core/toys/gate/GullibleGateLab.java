package org.quintain.core.toys.gate;

import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Message;
import org.quintain.core.Setup;

/** A gate whose checker takes a hostile word for the right one. */
public final class GullibleGateLab implements Lab<GateLab.Challenge, GateLab.Answer> {
    private final GateLab gate = new GateLab();

    @Override
    public LabCard card() {
        return gate.card();
    }

    @Override
    public Class<GateLab.Challenge> challengeType() {
        return gate.challengeType();
    }

    @Override
    public Class<GateLab.Answer> answerType() {
        return gate.answerType();
    }

    @Override
    public LabRun<GateLab.Challenge, GateLab.Answer> open(Setup setup) {
        LabRun<GateLab.Challenge, GateLab.Answer> run = gate.open(setup);
        return new LabRun<>(
                run.challenge(),
                answer -> answer.word().equals("NaN")
                        ? card().marking()
                                .mark("word", true, Message.of("word-right"))
                                .otherwise(Message.of("gate-shut"))
                        : run.checker().check(answer));
    }
}
