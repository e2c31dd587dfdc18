package org.quintain.core.toys.mailboat;

import java.util.Optional;
import org.quintain.core.Assurance;
import org.quintain.core.Budget;
import org.quintain.core.Bytes;
import org.quintain.core.Free;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Level;
import org.quintain.core.Message;
import org.quintain.core.Param;
import org.quintain.core.Range;
import org.quintain.core.Setup;
import org.quintain.core.Size;

/** A toy for core's own tests: a network card on a virtual clock; the way there and back betrays where the boat is. */
public final class MailboatLab implements Lab<MailboatLab.Challenge, MailboatLab.Answer> {
    /** A network card. */
    public interface Card {
        /**
         * Sends a frame.
         *
         * @param frame the frame
         */
        void send(@Size(max = 64) byte[] frame);

        /**
         * Waits.
         *
         * @param micros how long
         */
        void sleep(@Range(min = 1, max = 1_000_000) long micros);

        /**
         * What has arrived.
         *
         * @return the next frame, or empty
         */
        Optional<Bytes> receive();

        /**
         * The time.
         *
         * @return microseconds
         */
        @Free
        long nowMicros();
    }

    /**
     * What a learner gets.
     *
     * @param card the card
     * @param name the boat's name
     */
    public record Challenge(Card card, String name) {}

    /**
     * What a learner hands in.
     *
     * @param delayMicros there and back
     */
    public record Answer(@Range(max = 1_000_000) long delayMicros) {}

    private static final LabCard CARD = LabCard.of("toy.mailboat", 1)
            .assurance(Assurance.REPLAYED_ANSWER)
            .criterion("delay", 100, 10)
            .parameter(Param.HARDENED)
            .budget(new Budget(10_000, 50, 10_000_000, 10))
            .levels(Level.BACHELOR)
            .sources("none: a toy")
            .build();

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
        long delay = 1000 + setup.seed().secret("delay").below(1024);
        boolean isHardened = setup.params().get(Param.HARDENED);
        return new LabRun<>(
                new Challenge(new SimulatedCard(setup, isHardened ? 5000 : delay), "Heron"),
                answer -> CARD.marking()
                        .mark(
                                "delay",
                                answer.delayMicros() == delay,
                                Message.of(answer.delayMicros() == delay ? "delay-right" : "delay-wrong"))
                        .verdict());
    }

    private static final class SimulatedCard implements Card {
        private final Setup setup;
        private final long delay;
        private long dueMicros = Long.MAX_VALUE;
        private Bytes echo = Bytes.of();

        SimulatedCard(Setup setup, long delay) {
            this.setup = setup;
            this.delay = delay;
        }

        @Override
        public void send(byte[] frame) {
            setup.meter().packets(1);
            echo = Bytes.of(frame);
            dueMicros = setup.clock().nowMicros() + delay;
        }

        @Override
        public void sleep(long micros) {
            setup.clock().advanceMicros(micros);
        }

        @Override
        public Optional<Bytes> receive() {
            setup.meter().query();
            if (setup.clock().nowMicros() < dueMicros) {
                return Optional.empty();
            }
            dueMicros = Long.MAX_VALUE;
            return Optional.of(echo);
        }

        @Override
        public long nowMicros() {
            return setup.clock().nowMicros();
        }

        /** Public in the class, not in the interface: nobody may call it over the wire. */
        public void sink() {
            throw new IllegalStateException("the boat sinks");
        }
    }
}
