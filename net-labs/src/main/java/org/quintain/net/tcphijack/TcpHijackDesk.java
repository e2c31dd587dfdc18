package org.quintain.net.tcphijack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.quintain.core.derive.Noise;
import org.quintain.net.sim.tcp.LineServer;
import org.quintain.net.sim.tcp.LineService;
import org.quintain.net.sim.tcp.TcpAcceptor;
import org.quintain.net.sim.tcp.TcpConnection;
import org.quintain.net.sim.tcp.TcpHandler;

/**
 * The lock's server: a prompt, lines with an echo as of Telnet, and a journal of what was executed. It resets whoever does
 * not come from the console's address, and proves nothing else; with a seal, it executes only lines that bear it.
 */
final class TcpHijackDesk implements TcpAcceptor {
    /** What the server says when it waits for a command. */
    static final String PROMPT = "> ";

    /** What stands in the greeting before the session's word. */
    static final String SESSION = "session ";

    /**
     * A command that was executed.
     *
     * @param command the line, without seal
     * @param isOnOperatorsSession whether the console has this connection, too
     * @param serverExpects RCV.NXT of the server just after it
     * @param consoleSends SND.NXT of the console at the same moment; 0 without such a connection
     */
    record Executed(String command, boolean isOnOperatorsSession, int serverExpects, int consoleSends) {}

    private static final int MAX_EXECUTED = 4_096;

    private final int console;
    private final TcpHijackSeal seal;
    private final Noise noise;
    private final Function<TcpConnection, TcpConnection> peers;
    private final LineServer server = new LineServer(Service::new, true);
    private final List<Executed> executed = new ArrayList<>();
    private long refused;

    /**
     * A desk.
     *
     * @param console the address from which connections are taken
     * @param seal null to execute every line
     * @param noise draws the sessions' words
     * @param peers finds the console's own end of a connection, or null
     */
    TcpHijackDesk(int console, TcpHijackSeal seal, Noise noise, Function<TcpConnection, TcpConnection> peers) {
        this.console = console;
        this.seal = seal;
        this.noise = noise;
        this.peers = peers;
    }

    @Override
    public TcpHandler accept(TcpConnection connection) {
        return connection.remoteAddress() == console ? server.accept(connection) : null;
    }

    /** All that was executed, oldest first; the newest 4,096. */
    List<Executed> executed() {
        return List.copyOf(executed);
    }

    /** Lines refused for their seal. */
    long refused() {
        return refused;
    }

    /** Whether a line that came has such a text in it, and more. */
    boolean hasLineWith(String text) {
        return server.sessions().stream()
                .flatMap(session -> session.lines().stream())
                .anyMatch(line -> line.text().contains(text));
    }

    /** Whether such a text has come and its line's end has not. */
    boolean hasUnfinished(String text) {
        return server.sessions().stream()
                .anyMatch(session -> session.unfinishedLine().contains(text));
    }

    private final class Service implements LineService {
        private final TcpConnection connection;
        private final String session = Integer.toHexString(0x1000_0000 | noise.below(0x7000_0000));
        private int lastNumber;

        Service(TcpConnection connection) {
            this.connection = connection;
        }

        @Override
        public String greeting() {
            return "lock and lamp, " + SESSION + session + "\r\n" + PROMPT;
        }

        @Override
        public Reply answer(String line) {
            String command = line;
            if (seal != null && !line.isEmpty()) {
                int number = seal.numberOf(session, line);
                if (number <= lastNumber) {
                    refused++;
                    return Reply.of("! no valid seal\r\n" + PROMPT);
                }
                lastNumber = number;
                command = TcpHijackSeal.commandOf(line);
            }
            return Reply.of(execute(command) + PROMPT);
        }

        private String execute(String command) {
            if (command.isEmpty()) {
                return "";
            }
            boolean isKnown = command.equals("STATUS")
                    || command.matches("LAMP [1-9] (ON|OFF)")
                    || command.matches("SLUICE [a-z]+ [0-9]{2}");
            if (!isKnown) {
                return "? STATUS, LAMP number ON or OFF, SLUICE gate percent\r\n";
            }
            TcpConnection peer = peers.apply(connection);
            if (executed.size() == MAX_EXECUTED) {
                executed.remove(0);
            }
            executed.add(
                    new Executed(command, peer != null, connection.receiveNext(), peer == null ? 0 : peer.sendNext()));
            return "done: " + command + "\r\n";
        }
    }
}
