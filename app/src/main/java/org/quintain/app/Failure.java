package org.quintain.app;

import org.quintain.core.Message;

/** Ends a command with an exit code and one paragraph for the person who typed it. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int exitCode;
    private final transient Message why;

    private Failure(int exitCode, Message why) {
        super(why.toString());
        this.exitCode = exitCode;
        this.why = why;
    }

    /**
     * The command line, a key or a plan is wrong.
     *
     * @param key of the words in the app's texts
     * @param namesAndValues as for {@link Message#of}
     * @return to be thrown
     */
    public static Failure usage(String key, Object... namesAndValues) {
        return new Failure(Exit.USAGE, Message.of(key, namesAndValues));
    }

    /**
     * Something could not be read or written.
     *
     * @param key of the words in the app's texts
     * @param namesAndValues as for {@link Message#of}
     * @return to be thrown
     */
    public static Failure io(String key, Object... namesAndValues) {
        return new Failure(Exit.IO, Message.of(key, namesAndValues));
    }

    public int exitCode() {
        return exitCode;
    }

    public Message why() {
        return why;
    }
}
