package org.quintain.core;

/**
 * Quintain or the lab failed: our bug, which never replaces a score.
 *
 * @param incident short name of the failure, the same for the same cause, to quote in a report
 * @param exceptionType class name of what was thrown, never its text (it could hold an answer)
 */
@Stable
public record Faulted(String incident, String exceptionType) implements Outcome {}
