package org.quintain.core;

/** What became of a hand-in: three cases, never two. */
@Stable
public sealed interface Outcome permits Verdict, Rejected, Faulted {}
