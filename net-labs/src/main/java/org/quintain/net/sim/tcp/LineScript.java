package org.quintain.net.sim.tcp;

import java.util.ArrayList;
import java.util.List;
import org.quintain.core.Incubating;

/**
 * A conversation as a table: in a state, a line gives a reply and another state.
 *
 * <pre>{@code
 * LineScript ftp = LineScript.greeting("220 Lighthouse files\r\n", "user")
 *         .on("user", "USER keeper", "331 Password, please\r\n", "password")
 *         .on("password", "PASS " + secret, "230 Welcome\r\n", "in")
 *         .on("in", "QUIT", "221 Good night\r\n", LineScript.END)
 *         .otherwise("530 No\r\n");
 * }</pre>
 *
 * <p>Immutable: each call returns a longer script. Lines are compared as they are; of two rows that fit, the first counts.
 */
@Incubating
public final class LineScript {
    /** The state in which the server closes. */
    public static final String END = "end";
    /** Stands for any line. */
    public static final String ANY = "*";

    private record Row(String state, String line, String reply, String next) {}

    private final String greeting;
    private final String firstState;
    private final List<Row> rows;
    private final String otherwise;

    private LineScript(String greeting, String firstState, List<Row> rows, String otherwise) {
        this.greeting = greeting;
        this.firstState = firstState;
        this.rows = rows;
        this.otherwise = otherwise;
    }

    /**
     * A script without rows.
     *
     * @param text what the server says first, line ends included
     * @param firstState the state after it, any name
     */
    public static LineScript greeting(String text, String firstState) {
        return new LineScript(text, firstState, List.of(), "");
    }

    /**
     * One row more.
     *
     * @param state in which it holds
     * @param line the whole line without its end, or {@link #ANY}
     * @param reply what the server says, line ends included
     * @param next the state after it, or {@link #END}
     */
    public LineScript on(String state, String line, String reply, String next) {
        List<Row> more = new ArrayList<>(rows);
        more.add(new Row(state, line, reply, next));
        return new LineScript(greeting, firstState, List.copyOf(more), otherwise);
    }

    /** The same with what the server says if no row fits; the state stays. */
    public LineScript otherwise(String reply) {
        return new LineScript(greeting, firstState, rows, reply);
    }

    /** A service for one client. */
    public LineService start() {
        return new LineService() {
            private String state = firstState;

            @Override
            public String greeting() {
                return greeting;
            }

            @Override
            public Reply answer(String line) {
                for (Row row : rows) {
                    boolean isLine = row.line().equals(ANY) || row.line().equals(line);
                    if (isLine && row.state().equals(state)) {
                        state = row.next();
                        return new Reply(row.reply(), state.equals(END));
                    }
                }
                return Reply.of(otherwise);
            }
        };
    }
}
