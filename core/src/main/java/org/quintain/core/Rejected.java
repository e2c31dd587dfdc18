package org.quintain.core;

/**
 * The form of the hand-in is wrong: nothing was judged, and it costs no try.
 *
 * @param code a stable word for programs, for example {@code answer-form}
 * @param message what was expected and what was found
 */
@Stable
public record Rejected(String code, Message message) implements Outcome {}
