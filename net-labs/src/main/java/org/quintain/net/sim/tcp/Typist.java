package org.quintain.net.sim.tcp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.quintain.core.Incubating;
import org.quintain.core.derive.Noise;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.Timer;

/**
 * An honest user: waits for what the server says, thinks, types, key by key, and closes at the end of the script. Give it to
 * {@link TcpStack#connect(int, int, TcpHandler)}, one for each connection.
 */
@Incubating
public final class Typist implements TcpHandler {
    /** Characters of the server's that are remembered; the newest. */
    public static final int MAX_HEARD = 65_536;

    /**
     * A turn of the conversation.
     *
     * @param waitFor what the server must have said since the turn before; empty to wait for nothing
     * @param thinkMicros pause after it, 0 or more microseconds
     * @param text what is typed then, ISO 8859-1, line ends included; empty to say nothing
     */
    public record Turn(String waitFor, long thinkMicros, String text) {}

    private final List<Turn> script;
    private final Noise noise;
    private final int keyMicros;
    private final Timer timer;
    private final TextOut out = new TextOut();
    private final StringBuilder heard = new StringBuilder();
    private int heardBefore;
    private TcpConnection connection;
    private int turn;
    private int typed;
    private boolean isWaiting = true;
    private boolean isPeerClosed;
    private CloseReason reason;

    /**
     * A user.
     *
     * @param network where
     * @param noise how regular the typing is: a key takes between {@code keyMicros / 2} and {@code 3 * keyMicros / 2}
     * @param keyMicros time for a key, 0 to 10,000,000 microseconds, as in Telnet; with 0 each text is sent at
     *     once, as clients of FTP, POP3 and HTTP do
     * @param script the turns
     */
    public Typist(Network network, Noise noise, int keyMicros, List<Turn> script) {
        if (keyMicros < 0 || keyMicros > 10_000_000) {
            throw new IllegalArgumentException("0 to 10000000 microseconds wanted: keyMicros=" + keyMicros);
        }
        this.script = List.copyOf(script);
        this.noise = noise;
        this.keyMicros = keyMicros;
        this.timer = network.timer(this::ring);
    }

    /** Whether all was said. */
    public boolean isFinished() {
        return turn == script.size();
    }

    /** How many turns are done. */
    public int turnsDone() {
        return turn;
    }

    /** What the server said, at most {@link #MAX_HEARD} characters. */
    public String heard() {
        return heard.toString();
    }

    /** How the connection ended; null while it lasts. */
    public CloseReason closeReason() {
        return reason;
    }

    /** The user's end of the connection; null before it is open. */
    public TcpConnection connection() {
        return connection;
    }

    @Override
    public void connected(TcpConnection opened) {
        connection = opened;
        listen();
    }

    @Override
    public void data(TcpConnection from, byte[] array, int offset, int lengthBytes) {
        heard.append(new String(array, offset, lengthBytes, StandardCharsets.ISO_8859_1));
        int surplus = heard.length() - MAX_HEARD;
        if (surplus > 0) {
            heard.delete(0, surplus);
            heardBefore = Math.max(0, heardBefore - surplus);
        }
        listen();
    }

    /** Goes on if the server has said what this turn waits for. */
    private void listen() {
        if (!isWaiting) {
            return;
        }
        if (isFinished()) {
            isWaiting = false;
            close();
            return;
        }
        Turn now = script.get(turn);
        int at = heard.indexOf(now.waitFor(), heardBefore);
        if (at >= 0) {
            isWaiting = false;
            heardBefore = at + now.waitFor().length();
            timer.schedule(Math.max(1, now.thinkMicros()));
        } else if (isPeerClosed) {
            close();
        }
    }

    private void ring() {
        String text = script.get(turn).text();
        if (typed < text.length()) {
            int keys = keyMicros == 0 ? text.length() : 1;
            out.send(connection, text.substring(typed, typed + keys));
            typed += keys;
        }
        if (reason != null) {
            return;
        }
        if (typed < text.length()) {
            timer.schedule(Math.max(1, keyMicros / 2 + noise.below(keyMicros + 1)));
            return;
        }
        typed = 0;
        turn++;
        isWaiting = true;
        listen();
    }

    private void close() {
        if (out.isEmpty()) {
            connection.close();
        }
    }

    @Override
    public void writable(TcpConnection again) {
        out.writable(again);
        if (isFinished()) {
            close();
        }
    }

    @Override
    public void peerClosed(TcpConnection by) {
        isPeerClosed = true;
        listen();
    }

    @Override
    public void closed(TcpConnection over, CloseReason why) {
        timer.cancel();
        reason = why;
    }
}
