package org.quintain.app;

/** Exit codes of the command line. */
final class Exit {
    /** Everything was done. */
    static final int OK = 0;
    /** Something was faulted, or a contract was broken. */
    static final int BROKEN = 1;
    /** The command line or a key was wrong. */
    static final int USAGE = 2;
    /** Something could not be read or written. */
    static final int IO = 3;

    private Exit() {}
}
