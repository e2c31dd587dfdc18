package org.quintain.net.tcphijack;

import java.nio.charset.StandardCharsets;
import org.quintain.core.derive.Noise;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.Timer;
import org.quintain.net.sim.tcp.CloseReason;
import org.quintain.net.sim.tcp.TcpConnection;
import org.quintain.net.sim.tcp.TcpHandler;
import org.quintain.net.sim.tcp.TcpStack;

/**
 * The honest operator: connects, waits for the prompt, thinks 1.5 to 4.5 seconds, types a command key by key, and so on. Who
 * hears no prompt for 20 seconds hangs up and connects again.
 */
final class TcpHijackOperator implements TcpHandler {
    private static final long PATIENCE_MICROS = 20_000_000;
    private static final long LEAST_THOUGHT_MICROS = 1_500_000;
    private static final int THOUGHT_SPREAD_MICROS = 3_000_000;
    private static final int LEAST_KEY_MICROS = 60_000;
    private static final int KEY_SPREAD_MICROS = 120_000;
    private static final int MAX_HEARD = 512;

    private final TcpStack stack;
    private final int server;
    private final int port;
    private final TcpHijackSeal seal;
    private final Noise noise;
    private final Timer timer;
    private final StringBuilder heard = new StringBuilder();
    private TcpConnection connection;
    private String session = "";
    private String line = "";
    private int typed;
    private boolean isWaiting;
    private int number;
    private long commands;

    /**
     * An operator who begins within a second of the clock's first move.
     *
     * @param network where
     * @param stack the console's
     * @param server whom to command
     * @param port where it listens
     * @param seal null to send plain lines
     */
    TcpHijackOperator(Network network, TcpStack stack, int server, int port, TcpHijackSeal seal) {
        this.stack = stack;
        this.server = server;
        this.port = port;
        this.seal = seal;
        noise = network.noise("operator");
        timer = network.timer(this::ring);
        timer.schedule(1 + noise.below(1_000_000));
    }

    private void ring() {
        if (connection == null) {
            heard.setLength(0);
            number = 0;
            isWaiting = true;
            connection = stack.connect(server, port, this);
            timer.schedule(PATIENCE_MICROS);
        } else if (isWaiting) {
            connection.abort();
        } else if (typed < line.length()) {
            key();
        }
    }

    private void key() {
        // The program, not the operator, adds seal and line end: they go out in one piece with the last key.
        boolean isLast = typed + 1 == commandLength();
        String keys = isLast ? line.substring(typed) : line.substring(typed, typed + 1);
        typed += keys.length();
        isWaiting = isLast;
        timer.schedule(isLast ? PATIENCE_MICROS : LEAST_KEY_MICROS + noise.below(KEY_SPREAD_MICROS));
        connection.send(keys.getBytes(StandardCharsets.ISO_8859_1));
    }

    private int commandLength() {
        return seal == null ? line.length() - 2 : TcpHijackSeal.commandOf(line).length();
    }

    @Override
    public void data(TcpConnection from, byte[] array, int offset, int lengthBytes) {
        heard.append(new String(array, offset, lengthBytes, StandardCharsets.ISO_8859_1));
        heard.delete(0, Math.max(0, heard.length() - MAX_HEARD));
        int end = heard.length() - TcpHijackDesk.PROMPT.length();
        if (isWaiting && end >= 0 && heard.indexOf(TcpHijackDesk.PROMPT, end) == end) {
            int at = heard.indexOf(TcpHijackDesk.SESSION);
            if (at >= 0) {
                int word = at + TcpHijackDesk.SESSION.length();
                session = heard.substring(word, Math.min(word + 8, heard.length()));
            }
            heard.setLength(0);
            isWaiting = false;
            typed = 0;
            line = next() + "\r\n";
            timer.schedule(LEAST_THOUGHT_MICROS + noise.below(THOUGHT_SPREAD_MICROS));
        }
    }

    private String next() {
        commands++;
        int kind = noise.below(3);
        String command = kind == 0 ? "STATUS" : "LAMP " + (1 + noise.below(9)) + " " + (kind == 1 ? "ON" : "OFF");
        return seal == null ? command : seal.sealed(session, ++number, command);
    }

    @Override
    public void closed(TcpConnection over, CloseReason why) {
        connection = null;
        timer.schedule(2_000_000);
    }

    /** The console's own end of a connection of the server's, or null if it is somebody else's. */
    TcpConnection peerOf(TcpConnection serversEnd) {
        boolean isOwn = connection != null
                && serversEnd.remotePort() == connection.localPort()
                && serversEnd.initialReceiveSequence() == connection.initialSendSequence();
        return isOwn ? connection : null;
    }

    /** The session as the console has it; null while there is none. */
    TcpConnection connection() {
        return connection;
    }

    /** Commands begun so far. */
    long commands() {
        return commands;
    }
}
