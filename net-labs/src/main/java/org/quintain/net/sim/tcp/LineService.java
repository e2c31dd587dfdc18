package org.quintain.net.sim.tcp;

import org.quintain.core.Incubating;

/**
 * What a server says to one client, line by line; {@link LineScript} makes one of a table.
 *
 * <p>An implementation MUST take any line without an exception, and MUST NOT advance the network.
 */
@Incubating
@FunctionalInterface
public interface LineService {
    /**
     * What to say when the client has connected.
     *
     * @return ISO 8859-1 text, as it is sent, line ends included; empty for nothing
     */
    default String greeting() {
        return "";
    }

    /**
     * Answers a line.
     *
     * @param line without its end (LF, or CR and LF), ISO 8859-1, at most {@link LineServer#MAX_LINE_BYTES} characters
     * @return what to say, and whether to close behind it
     */
    Reply answer(String line);

    /**
     * An answer.
     *
     * @param text ISO 8859-1, as it is sent, line ends included; empty for nothing
     * @param isLast true to close behind it
     */
    record Reply(String text, boolean isLast) {
        /** Says something, and goes on. */
        public static Reply of(String text) {
            return new Reply(text, false);
        }

        /** Says something, and closes. */
        public static Reply last(String text) {
            return new Reply(text, true);
        }
    }
}
