package org.quintain.core;

/**
 * A simulated-attack exercise: stateless and safe for use by any number of threads.
 *
 * <p>A lab MUST take every choice from {@link Setup#seed()}; MUST NOT use a clock, file, socket, process, environment,
 * default locale, secure random generator or unordered iteration; MAY keep constants. Equal setups give equal runs.
 *
 * @param <C> the challenge: a record of what the learner gets
 * @param <A> the answer: a record of what the learner hands in
 */
@Stable
public interface Lab<C extends Record, A extends Record> {
    /**
     * What there is to know about this lab before it is opened.
     *
     * @return the card, always the same
     */
    LabCard card();

    /**
     * The challenge's type; its components and their limits define the wire form.
     *
     * @return a record class
     */
    Class<C> challengeType();

    /**
     * The answer's type; its components and their limits define the wire form.
     *
     * @return a record class
     */
    Class<A> answerType();

    /**
     * Builds one instance.
     *
     * @param setup seed, parameters, meter and clock of this run
     * @return the challenge, and the checker for its answers
     */
    LabRun<C, A> open(Setup setup);
}
