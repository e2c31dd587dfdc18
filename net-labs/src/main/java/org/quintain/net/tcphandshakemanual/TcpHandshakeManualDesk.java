package org.quintain.net.tcphandshakemanual;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quintain.net.sim.tcp.LineServer;
import org.quintain.net.sim.tcp.LineService;
import org.quintain.net.sim.tcp.TcpAcceptor;
import org.quintain.net.sim.tcp.TcpConnection;
import org.quintain.net.sim.tcp.TcpEvent;
import org.quintain.net.sim.tcp.TcpHandler;

/**
 * Answers {@code LEVEL basin} with {@code basin 417 cm}, and {@code BYE} by closing; remembers what the learner's connections
 * came to. Nothing is said before the first line.
 */
final class TcpHandshakeManualDesk implements TcpAcceptor {
    private static final String ORDER = "LEVEL ";

    private final String basin;
    private final int level;
    private final int learnerAddress;
    private final LineServer others = new LineServer(Visit::new, false);
    private final LineServer learners = new LineServer(this::visit, false);
    private final List<Visit> visits = new ArrayList<>();

    /**
     * A desk.
     *
     * @param basin the learner's own word
     * @param level what it is answered with, in cm
     * @param learnerAddress whose connections are remembered
     */
    TcpHandshakeManualDesk(String basin, int level, int learnerAddress) {
        this.basin = basin;
        this.level = level;
        this.learnerAddress = learnerAddress;
    }

    /** The line that the learner is to send, without its end. */
    String request() {
        return ORDER + basin;
    }

    @Override
    public TcpHandler accept(TcpConnection connection) {
        return (connection.remoteAddress() == learnerAddress ? learners : others).accept(connection);
    }

    private Visit visit(TcpConnection connection) {
        Visit visit = new Visit(connection);
        visits.add(visit);
        return visit;
    }

    /** The learner's connections that were established, in the order of their being so; the budget bounds them. */
    List<Visit> visits() {
        return List.copyOf(visits);
    }

    /** The beginning of a line whose end has not come, on the last of the learner's connections; empty if there is none. */
    String unfinishedLine() {
        return learners.sessions().stream()
                .map(LineServer.Session::unfinishedLine)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining());
    }

    /** One connection and what was said there. */
    final class Visit implements LineService {
        private final TcpConnection connection;
        private long saidBytes;
        private long lines;
        private boolean isServed;

        Visit(TcpConnection connection) {
            this.connection = connection;
        }

        @Override
        public Reply answer(String line) {
            lines++;
            boolean isRequest = line.equals(request());
            isServed |= isRequest;
            Reply reply = Reply.of("? say LEVEL and a basin, or BYE\r\n");
            if (line.equals("BYE")) {
                reply = Reply.last("fair winds\r\n");
            } else if (line.startsWith(ORDER) && line.length() > ORDER.length()) {
                int shown = isRequest ? level : 100 + Math.floorMod(line.hashCode(), 900);
                reply = Reply.of(line.substring(ORDER.length()) + " " + shown + " cm at the gauge\r\n");
            }
            saidBytes += reply.text().length();
            return reply;
        }

        /** The station's end of it. */
        TcpConnection connection() {
            return connection;
        }

        /** Whole lines that came. */
        long lines() {
            return lines;
        }

        /** Whether the learner's own request was among them. */
        boolean isServed() {
            return isServed;
        }

        /** Whether the peer has acknowledged all that the station has said. */
        boolean isAcknowledged() {
            return connection.bytesAcknowledged() == saidBytes;
        }

        /** Whether the peer, or somebody in its name, has reset it. */
        boolean isReset() {
            return has(TcpEvent.Kind.RESET);
        }

        /** Whether such a thing is in the connection's journal. */
        boolean has(TcpEvent.Kind kind) {
            return connection.journal().stream().anyMatch(event -> event.kind() == kind);
        }
    }
}
