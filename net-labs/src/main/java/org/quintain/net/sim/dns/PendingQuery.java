package org.quintain.net.sim.dns;

import org.quintain.net.wire.Dns;

/** A query whose answer is awaited, in two lists of its {@link Asker}: by identifier and by time. */
final class PendingQuery {
    /** Who is told how it ended. */
    interface Receiver {
        /**
         * Takes an answer that matches.
         *
         * @param origin index of the node that made it, for counters
         * @return false to go on waiting for a better one
         */
        boolean answered(PendingQuery query, Dns answer, int origin);

        /** Learns that no answer has come. */
        void timedOut(PendingQuery query);
    }

    final int id;
    final int port;
    final int server;
    /** Name, type and class as they were sent, letter for letter. */
    final byte[] question;

    final long dueMicros;
    final Receiver receiver;

    PendingQuery nextOfId;
    PendingQuery earlier;
    PendingQuery later;

    PendingQuery(int id, int port, int server, byte[] question, long dueMicros, Receiver receiver) {
        this.id = id;
        this.port = port;
        this.server = server;
        this.question = question;
        this.dueMicros = dueMicros;
        this.receiver = receiver;
    }
}
