package org.quintain.net.sim.dns;

import java.util.Arrays;
import java.util.function.Supplier;
import org.quintain.core.derive.Noise;
import org.quintain.net.sim.Timer;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.UdpSocket;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsSection;
import org.quintain.net.wire.DnsType;
import org.quintain.net.wire.DnsWriter;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Udp;

/**
 * Sends queries and knows their answers: an answer MUST come from the address and port that were asked, to the port that
 * asked, with the identifier and the question of the query (RFC 5452 section 9.1). One that does not costs a look into a
 * table and no allocation.
 */
final class Asker {
    /** Bytes that a UDP answer may have (RFC 6891 section 6.2.5 leaves it to the asker). */
    static final int UDP_BYTES = 1232;
    /** The bit DO in the time to live of OPT (RFC 6891 section 6.1.3; RFC 3225 section 3). */
    static final long DNSSEC_OK = 0x8000;

    private static final DnsName ROOT = new DnsName();
    private static final int BUCKETS = 64;

    private final Host host;
    private final DnsPolicy policy;
    private final DnsCounters counters;
    private final Supplier<Noise> noise;
    private final TransactionIdPolicy.Source ids;
    private final SourcePorts ports;
    private final Timer timer;
    private final Dns in = new Dns();
    private final DnsWriter writer = new DnsWriter();
    private PendingQuery[] byId;
    private PendingQuery oldest;
    private PendingQuery newest;
    private int pending;

    Asker(Host host, DnsPolicy policy, DnsCounters counters, Supplier<Noise> noise) {
        this.host = host;
        this.policy = policy;
        this.counters = counters;
        this.noise = noise;
        ids = policy.transactionIds().open(noise);
        ports = new SourcePorts(host, policy.sourcePorts(), noise, this::receive);
        timer = host.network().timer(this::expire);
    }

    /** Lets queries leave from a port that a server has open, if the policy chooses it. */
    void share(UdpSocket socket) {
        ports.keep(socket);
    }

    /** Sends a query; the receiver hears of it later, once, or again and again until it takes an answer. */
    PendingQuery ask(int server, DnsName name, int type, boolean isRecursionWanted, PendingQuery.Receiver receiver) {
        UdpSocket socket = ports.take();
        int id = ids.next() & 0xFFFF;
        DnsName asked = policy.isCaseRandom() ? mixed(name) : name;
        writer.begin(id).question(asked, type);
        int questionEnd = writer.lengthBytes();
        if (policy.isDnssecWanted()) {
            writer.section(DnsSection.ADDITIONAL).data(ROOT, DnsType.OPT, UDP_BYTES, DNSSEC_OK, new byte[0]);
        }
        writer.header().recursionDesired(isRecursionWanted);
        byte[] message = writer.toBytes();
        byte[] question = Arrays.copyOfRange(message, Dns.LENGTH_BYTES, questionEnd);
        long due = host.network().now() + policy.timeoutMicros();
        PendingQuery query = new PendingQuery(id, socket.port(), server, question, due, receiver);
        add(query);
        counters.sentQueries++;
        socket.send(server, Dns.PORT, message);
        return query;
    }

    private DnsName mixed(DnsName name) {
        byte[] wire = name.wire();
        long bits = 0;
        int left = 0;
        for (int i = 0; i < wire.length; i++) {
            int lower = wire[i] | 0x20;
            if (lower >= 'a' && lower <= 'z') {
                if (left == 0) {
                    bits = noise.get().nextLong();
                    left = Long.SIZE;
                }
                wire[i] ^= (byte) ((bits & 1) << 5);
                bits >>>= 1;
                left--;
            }
        }
        DnsName mixed = new DnsName();
        mixed.wrap(wire, 0, 0, wire.length);
        return mixed;
    }

    private void add(PendingQuery query) {
        if (byId == null) {
            byId = new PendingQuery[BUCKETS];
        }
        query.nextOfId = byId[query.id % BUCKETS];
        byId[query.id % BUCKETS] = query;
        query.earlier = newest;
        if (newest == null) {
            oldest = query;
            timer.schedule(policy.timeoutMicros());
        } else {
            newest.later = query;
        }
        newest = query;
        pending++;
    }

    private void remove(PendingQuery query) {
        PendingQuery before = byId[query.id % BUCKETS];
        if (before == query) {
            byId[query.id % BUCKETS] = query.nextOfId;
        } else {
            while (before.nextOfId != query) {
                before = before.nextOfId;
            }
            before.nextOfId = query.nextOfId;
        }
        unlink(query);
        pending--;
        ports.release(query.port);
    }

    private void unlink(PendingQuery query) {
        if (query.earlier == null) {
            oldest = query.later;
        } else {
            query.earlier.later = query.later;
        }
        if (query.later == null) {
            newest = query.earlier;
        } else {
            query.later.earlier = query.earlier;
        }
        if (oldest == null) {
            timer.cancel();
        }
    }

    private void expire() {
        long now = host.network().now();
        while (oldest != null && oldest.dueMicros <= now) {
            PendingQuery query = oldest;
            remove(query);
            counters.timeouts++;
            query.receiver.timedOut(query);
        }
        if (oldest != null && !timer.isScheduled()) {
            timer.schedule(Math.max(1, oldest.dueMicros - now));
        }
    }

    private void receive(UdpSocket socket, Ipv4 packet, Udp datagram) {
        if (in.wrap(datagram) != Flaw.NONE || !in.isResponse()) {
            counters.receivedAnswers++;
            counters.malformedAnswers++;
        } else {
            receiveAnswer(packet, datagram, in);
        }
    }

    /** Takes a message with QR. */
    void receiveAnswer(Ipv4 packet, Udp datagram, Dns answer) {
        counters.receivedAnswers++;
        int id = answer.id();
        int reason = 0;
        for (PendingQuery query = byId == null ? null : byId[id % BUCKETS]; query != null; query = query.nextOfId) {
            if (query.id == id) {
                int match = match(query, packet, datagram, answer);
                if (match == MATCH) {
                    take(query, answer);
                    return;
                }
                reason = Math.max(reason, match);
            }
        }
        count(reason);
    }

    private static final int WRONG_PORT = 1;
    private static final int WRONG_SOURCE = 2;
    private static final int WRONG_QUESTION = 3;
    private static final int WRONG_CASE = 4;
    private static final int MATCH = 5;

    private int match(PendingQuery query, Ipv4 packet, Udp datagram, Dns answer) {
        if (datagram.destinationPort() != query.port) {
            return WRONG_PORT;
        }
        if (packet.source() != query.server || datagram.sourcePort() != Dns.PORT) {
            return WRONG_SOURCE;
        }
        return matchQuestion(query.question, answer);
    }

    private int matchQuestion(byte[] question, Dns answer) {
        byte[] frame = answer.array();
        int from = answer.offset() + Dns.LENGTH_BYTES;
        if (answer.questionCount() != 1 || answer.limit() - from < question.length) {
            return WRONG_QUESTION;
        }
        int verdict = MATCH;
        for (int i = 0; i < question.length; i++) {
            int difference = question[i] ^ frame[from + i];
            if (difference != 0) {
                int lower = question[i] | 0x20;
                if (difference != 0x20 || lower < 'a' || lower > 'z' || i >= question.length - 4) {
                    return WRONG_QUESTION;
                }
                verdict = policy.isCaseRandom() ? WRONG_CASE : MATCH;
            }
        }
        return verdict;
    }

    private void count(int reason) {
        switch (reason) {
            case WRONG_PORT -> counters.mismatchedPorts++;
            case WRONG_SOURCE -> counters.mismatchedSources++;
            case WRONG_QUESTION -> counters.mismatchedQuestions++;
            case WRONG_CASE -> counters.mismatchedCases++;
            default -> counters.mismatchedIds++;
        }
    }

    private void take(PendingQuery query, Dns answer) {
        int origin = host.origin();
        if (query.receiver.answered(query, answer, origin)) {
            counters.acceptedAnswers++;
            counters.forgedAnswers += isGenuine(query.server, origin) ? 0 : 1;
        }
    }

    private boolean isGenuine(int server, int origin) {
        return host.network().node(origin) instanceof Host maker && maker.address() == server;
    }

    /** Stops waiting; whoever takes an answer calls it. */
    void forget(PendingQuery query) {
        remove(query);
    }

    int pending() {
        return pending;
    }
}
