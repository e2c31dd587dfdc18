package org.quintain.net.findcleartextpassword;

import java.util.List;
import org.quintain.core.derive.Noise;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.Timer;
import org.quintain.net.sim.tcp.TcpConnection;
import org.quintain.net.sim.tcp.Typist.Turn;

/** The same user as a {@link org.quintain.net.sim.tcp.Typist}, inside an encrypted session. */
final class SealedTypist extends Tunnel {
    private final List<Turn> script;
    private final Timer timer;
    private final StringBuilder heard = new StringBuilder();
    private int heardBefore;
    private int turn;
    private boolean isWaiting = true;

    SealedTypist(Network network, byte[] key, String machine, Noise noise, List<Turn> script) {
        super(key, true, machine, noise);
        this.script = List.copyOf(script);
        this.timer = network.timer(this::ring);
    }

    /** Whether all was said. */
    boolean isFinished() {
        return turn == script.size();
    }

    @Override
    void opened() {
        listen();
    }

    @Override
    void heard(String text) {
        heard.append(text);
        listen();
    }

    private void listen() {
        if (!isWaiting || isFinished()) {
            return;
        }
        Turn now = script.get(turn);
        int at = heard.indexOf(now.waitFor(), heardBefore);
        if (at >= 0) {
            isWaiting = false;
            heardBefore = at + now.waitFor().length();
            timer.schedule(Math.max(1, now.thinkMicros()));
        }
    }

    private void ring() {
        say(script.get(turn).text());
        turn++;
        isWaiting = true;
        if (isFinished()) {
            close();
        } else {
            listen();
        }
    }

    @Override
    public void peerClosed(TcpConnection by) {
        if (isFinished()) {
            by.close();
        }
    }
}
