package org.quintain.net.findcleartextpassword;

import org.quintain.net.sim.tcp.LineService;

/** A page, for everybody or for one user and password (RFC 7617 section 2); it reads requests without a body. */
final class WebPage implements LineService {
    private final String machine;
    private final String wanted;
    private boolean isIn;

    /**
     * A page.
     *
     * @param machine its name
     * @param credentials base64 of {@code user:password}, or empty for a page that asks nobody
     */
    WebPage(String machine, String credentials) {
        this.machine = machine;
        this.wanted = credentials.isEmpty() ? "" : "Authorization: Basic " + credentials;
    }

    @Override
    public Reply answer(String line) {
        if (!line.isEmpty()) {
            isIn |= line.equals(wanted);
            return Reply.of("");
        }
        if (isIn || wanted.isEmpty()) {
            String body = wanted.isEmpty() ? "Soup, pasta, apple" : "Welcome";
            return Reply.last("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + body.length()
                    + "\r\nConnection: close\r\n\r\n" + body);
        }
        return Reply.of("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"" + machine
                + "\"\r\nContent-Length: 0\r\n\r\n");
    }
}
