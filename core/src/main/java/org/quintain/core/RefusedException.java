package org.quintain.core;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The caller's input is bad, and why: thrown by a target or by an answer record's constructor.
 *
 * <p>In an answer's constructor it gives {@link Rejected}; thrown by a target it reaches the caller, over the wire
 * too; out of a checker's replay it gives a {@link Verdict} with the open criteria at 0.
 */
@Stable
public final class RefusedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final Set<String> SHOWN = Set.of(
            "at", "column", "expected", "expected-kind", "found-kind", "limit", "line", "max", "min", "position");
    private final transient Message why;

    /**
     * A refusal.
     *
     * @param why what was expected and what was found; its words stand in the lab's briefs
     */
    public RefusedException(Message why) {
        super(why.key() + " " + withoutCallersText(why.arguments()));
        this.why = why;
    }

    /** All but these arguments may hold the caller's own text, which must not reach a log. */
    private static SortedMap<String, String> withoutCallersText(SortedMap<String, String> arguments) {
        SortedMap<String, String> shown = new TreeMap<>(arguments);
        shown.keySet().retainAll(SHOWN);
        return shown;
    }

    /**
     * The reason.
     *
     * @return what was expected and what was found
     */
    public Message why() {
        return why;
    }
}
