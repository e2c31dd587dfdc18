package org.quintain.app.handin;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.quintain.core.Message;
import org.quintain.core.grade.Entry;

/** Where hand-ins come from; walking it twice gives the same in the same order, on every platform. */
@FunctionalInterface
public interface HandIns {
    /** Why something was skipped. */
    enum Why {
        /** A symbolic link or something else that is neither file nor folder. */
        LINK,
        /** A file that is no hand-in. */
        OTHER,
        /** A folder that is nested too deeply. */
        DEPTH
    }

    /** Is told what is found, in order. */
    interface Visitor {
        /**
         * Something to grade.
         *
         * @param entry its content as {@code lab-submission/1}, whose it is if the surroundings tell, when it came, its
         *     hints and evidence if the source has them
         * @throws IOException if a result cannot be written
         */
        void handIn(Entry entry) throws IOException;

        /**
         * Something that was meant to be graded and cannot be shown to the grader.
         *
         * @param origin where it lies
         * @param learner whose it is, if known
         * @param why a core text's key: it becomes the code of the rejected row
         * @param receivedAt when it came, if known
         * @throws IOException if a result cannot be written
         */
        void refused(String origin, Optional<String> learner, Message why, Optional<Instant> receivedAt)
                throws IOException;

        /**
         * A template that nobody has filled in.
         *
         * @param origin where it lies
         */
        void untouched(String origin);

        /**
         * How far the walk is; said before what lies there.
         *
         * @param done how much of the source is behind, in a unit of its own
         * @param all how much there is
         */
        default void at(long done, long all) {}

        /**
         * Something that is not looked at.
         *
         * @param origin where it lies
         * @param why for what reason
         */
        void skipped(String origin, Why why);
    }

    /**
     * Tells what is there.
     *
     * @param visitor is told
     * @throws IOException if the whole cannot be read, or the visitor fails
     */
    void walk(Visitor visitor) throws IOException;
}
