package org.quintain.net.sim.tcp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.quintain.core.Incubating;

/**
 * A server of lines, as Telnet, FTP, POP3 or HTTP: give it to {@link TcpStack#listen}.
 *
 * <p>It remembers its newest sessions, and of each the newest lines with their times, for checkers. A line that is too long
 * ends its session with a reset.
 */
@Incubating
public final class LineServer implements TcpAcceptor {
    /** Longest line, without its end. */
    public static final int MAX_LINE_BYTES = 1024;
    /** Sessions that are remembered. */
    public static final int MAX_SESSIONS = 256;
    /** Lines that are remembered of each session. */
    public static final int MAX_LINES = 256;

    private final Function<TcpConnection, LineService> services;
    private final boolean isEchoing;
    private final List<Session> sessions = new ArrayList<>();

    /**
     * A server.
     *
     * @param services makes the service of each client
     * @param isEchoing whether each byte is sent back as it comes, as a Telnet server does for a typing client
     */
    public LineServer(Function<TcpConnection, LineService> services, boolean isEchoing) {
        this.services = services;
        this.isEchoing = isEchoing;
    }

    /** A server that follows a script and does not echo. */
    public LineServer(LineScript script) {
        this(connection -> script.start(), false);
    }

    @Override
    public TcpHandler accept(TcpConnection connection) {
        if (sessions.size() == MAX_SESSIONS) {
            sessions.remove(0);
        }
        Session session = new Session(connection, services.apply(connection), isEchoing);
        sessions.add(session);
        return session;
    }

    /** The newest {@link #MAX_SESSIONS} sessions, oldest first, those that are over included. */
    public List<Session> sessions() {
        return List.copyOf(sessions);
    }

    /**
     * A line that a client has sent.
     *
     * @param atMicros virtual time when its end came
     * @param text without its end
     */
    public record Line(long atMicros, String text) {}

    /** One client's session. */
    public static final class Session implements TcpHandler {
        private final TcpConnection connection;
        private final LineService service;
        private final boolean isEchoing;
        private final StringBuilder current = new StringBuilder();
        private final List<Line> lines = new ArrayList<>();
        private final TextOut out = new TextOut();
        private boolean isClosing;
        private CloseReason reason;

        Session(TcpConnection connection, LineService service, boolean isEchoing) {
            this.connection = connection;
            this.service = service;
            this.isEchoing = isEchoing;
        }

        /** The server's end of the connection. */
        public TcpConnection connection() {
            return connection;
        }

        /** The newest {@link #MAX_LINES} lines that came, oldest first. */
        public List<Line> lines() {
            return List.copyOf(lines);
        }

        /** What came after the last line's end. */
        public String unfinishedLine() {
            return current.toString();
        }

        /** How the session ended; null while it lasts. */
        public CloseReason closeReason() {
            return reason;
        }

        @Override
        public void connected(TcpConnection opened) {
            out.send(opened, service.greeting());
        }

        @Override
        public void data(TcpConnection from, byte[] array, int offset, int lengthBytes) {
            if (isEchoing && !isClosing) {
                out.send(from, new String(array, offset, lengthBytes, StandardCharsets.ISO_8859_1));
            }
            for (int i = offset; i < offset + lengthBytes && !isClosing; i++) {
                char c = (char) (array[i] & 0xFF);
                if (c == '\n') {
                    line();
                } else if (current.length() <= MAX_LINE_BYTES) {
                    current.append(c);
                } else {
                    isClosing = true;
                    from.abort();
                }
            }
        }

        private void line() {
            int length = current.length();
            boolean hasReturn = length > 0 && current.charAt(length - 1) == '\r';
            String text = current.substring(0, hasReturn ? length - 1 : length);
            current.setLength(0);
            if (lines.size() == MAX_LINES) {
                lines.remove(0);
            }
            lines.add(new Line(connection.stack.now(), text));
            LineService.Reply reply = service.answer(text);
            out.send(connection, reply.text());
            isClosing |= reply.isLast();
            closeWhenSaid();
        }

        @Override
        public void writable(TcpConnection again) {
            out.writable(again);
            closeWhenSaid();
        }

        @Override
        public void peerClosed(TcpConnection by) {
            isClosing = true;
            closeWhenSaid();
        }

        private void closeWhenSaid() {
            if (isClosing && out.isEmpty()) {
                connection.close();
            }
        }

        @Override
        public void closed(TcpConnection over, CloseReason why) {
            isClosing = true;
            reason = why;
        }
    }
}
