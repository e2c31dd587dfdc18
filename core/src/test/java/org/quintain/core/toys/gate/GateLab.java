package org.quintain.core.toys.gate;

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
import org.quintain.core.RefusedException;
import org.quintain.core.Setup;
import org.quintain.core.Size;

/** A toy for core's own tests: a lock keeper who opens to whoever asks twice; judged by what happened to the gate. */
public final class GateLab implements Lab<GateLab.Challenge, GateLab.Answer> {
    /** The lock keeper's telephone. */
    public interface Telephone {
        /**
         * Calls the keeper.
         *
         * @return a conversation of its own
         */
        Conversation call();

        /**
         * The conversation that never ends.
         *
         * @return always the same object
         */
        Conversation hotline();

        /**
         * Fails, as a bug of ours would.
         *
         * @return never anything
         */
        Conversation broken();
    }

    /** A conversation with the keeper. */
    public interface Conversation {
        /**
         * Says a word.
         *
         * @param word the word
         * @return what the keeper says
         */
        String say(@Size(max = 32) String word);

        /** Hangs up. */
        @Free
        void close();
    }

    /**
     * What a learner gets.
     *
     * @param telephone the telephone
     */
    public record Challenge(Telephone telephone) {}

    /**
     * What a learner hands in.
     *
     * @param word what the keeper says when the gate opens
     */
    public record Answer(@Size(max = 32) String word) {}

    private static final LabCard CARD = LabCard.of("toy.gate", 2)
            .assurance(Assurance.SERVED_TARGET)
            .criterion("open", 60, 0)
            .criterion("word", 40, 64)
            .parameter(Param.HARDENED)
            .budget(Budget.ofQueries(300).withSubmissions(2))
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
        Keeper keeper = new Keeper(setup);
        return new LabRun<>(
                new Challenge(keeper),
                answer -> CARD.marking()
                        .mark("open", keeper.isOpen, Message.of(keeper.isOpen ? "gate-open" : "gate-shut"))
                        .mark(
                                "word",
                                answer.word().equals(keeper.word),
                                Message.of(answer.word().equals(keeper.word) ? "word-right" : "word-wrong"))
                        .verdict());
    }

    private static final class Keeper implements Telephone {
        private final Setup setup;
        private final String word;
        private final boolean isHardened;
        private final Conversation hotline = new Talk();
        private boolean isOpen;

        Keeper(Setup setup) {
            this.setup = setup;
            this.word = Bytes.of(setup.seed().secret("word").bytes(8)).toHex();
            this.isHardened = setup.params().get(Param.HARDENED);
        }

        @Override
        public Conversation call() {
            setup.meter().query();
            return new Talk();
        }

        @Override
        public Conversation hotline() {
            setup.meter().query();
            return hotline;
        }

        @Override
        public Conversation broken() {
            setup.meter().query();
            return null;
        }

        private final class Talk implements Conversation {
            private int asked;

            @Override
            public String say(String said) {
                setup.meter().query();
                if (said.isEmpty()) {
                    throw new RefusedException(Message.of("say-something"));
                }
                if (said.equals("cough")) {
                    throw new UnsupportedOperationException("no cough");
                }
                asked += said.equals("open") ? 1 : 0;
                if (asked < 2 || isHardened) {
                    return "no";
                }
                isOpen = true;
                return word;
            }

            @Override
            public void close() {
                asked = 0;
            }
        }
    }
}
