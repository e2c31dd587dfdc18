package org.quintain.app;

/** Exit codes of the command line. */
public final class Exit {
    /** Everything was done. */
    public static final int OK = 0;
    /** Something was faulted, or a contract was broken. */
    public static final int BROKEN = 1;
    /** The command line or a key was wrong. */
    public static final int USAGE = 2;
    /** Something could not be read or written. */
    public static final int IO = 3;

    private Exit() {}
}
