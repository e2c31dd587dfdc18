package org.quintain.net.findcleartextpassword;

import org.quintain.core.derive.Noise;
import org.quintain.net.sim.tcp.LineService;
import org.quintain.net.sim.tcp.TcpConnection;

/** A server of lines inside an encrypted session, for one client. */
final class SealedServer extends Tunnel {
    private final LineService service;
    private final StringBuilder current = new StringBuilder();

    SealedServer(byte[] key, String machine, Noise noise, LineService service) {
        super(key, false, machine, noise);
        this.service = service;
    }

    @Override
    void opened() {
        say(service.greeting());
    }

    @Override
    void heard(String text) {
        current.append(text);
        int end = current.indexOf("\r\n");
        while (end >= 0) {
            LineService.Reply reply = service.answer(current.substring(0, end));
            current.delete(0, end + 2);
            say(reply.text());
            if (reply.isLast()) {
                close();
            }
            end = current.indexOf("\r\n");
        }
    }

    @Override
    public void peerClosed(TcpConnection by) {
        by.close();
    }
}
