package org.quintain.net.sim.dns;

import java.util.ArrayList;
import java.util.List;
import org.quintain.core.Incubating;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.UdpSocket;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsSection;
import org.quintain.net.wire.DnsWriter;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Udp;

/**
 * Answers its clients from a cache, and asks from the root on for what is not there (RFC 1034 sections 5.3.3 and 4.3.2):
 * the victim of everybody who forges answers. What it believes is its {@link DnsPolicy}; what it believed is in
 * {@link #cache()} and {@link #counters()}.
 *
 * <p>It is bounded: questions at a time by the policy; each question by 32 queries, 8 aliases and 3 name servers whose
 * addresses must be found first; the cache by its size.
 */
@Incubating
public final class RecursiveResolver {
    private final Host host;
    private final DnsPolicy policy;
    private final List<NameServer> roots;
    private final DnsCounters counters = new DnsCounters();
    private final DnsCache cache;
    private final TrustAnchors anchors;
    private final Asker asker;
    private final Dns in = new Dns();
    private final DnsWriter writer = new DnsWriter();
    private final List<Resolution> resolutions = new ArrayList<>(0);

    /**
     * A resolver that answers from now on, to everybody who asks with RD.
     *
     * @param host its port 53 MUST be free; its chance follows from the host's name
     * @param policy what it decides
     * @param roots where to begin, one or more
     */
    public RecursiveResolver(Host host, DnsPolicy policy, NameServer... roots) {
        if (roots.length == 0) {
            throw new IllegalArgumentException("one root server or more wanted: roots=0");
        }
        this.host = host;
        this.policy = policy;
        this.roots = List.of(roots);
        cache = new DnsCache(host.network(), policy);
        anchors = new TrustAnchors(host.network(), policy.trustAnchors());
        asker = new Asker(host, policy, counters, new Chance(host, "dns resolver "));
        asker.share(host.bind(Dns.PORT, this::receive));
    }

    /**
     * Looks a name up as for a client, for programs on the same host and for tests.
     *
     * @param name as {@code "www.harbour.example"}
     * @param type 16 bits
     * @param handler is told the result, when it is there: at once if it is in the cache
     * @return false if as many questions as the policy allows are worked on; the handler is not called then
     */
    public boolean lookup(String name, int type, LookupHandler handler) {
        DnsName asked = DnsName.of(name);
        return resolve(
                asked,
                type,
                done -> handler.finished(
                        new LookupResult(asked, type, done.status(), done.answers(false), done.isSecure())));
    }

    private void receive(UdpSocket socket, Ipv4 packet, Udp datagram) {
        if (in.wrap(datagram) != Flaw.NONE) {
            counters.refusedQueries++;
        } else if (in.isResponse()) {
            asker.receiveAnswer(packet, datagram, in);
        } else {
            counters.receivedQueries++;
            ReceivedQuery query = ReceivedQuery.read(socket, packet, datagram, in);
            int refusal = query.refusal();
            refusal = refusal == Dns.NO_ERROR && !RecordSet.isData(query.type()) ? Dns.NOT_IMPLEMENTED : refusal;
            if (refusal != Dns.NO_ERROR || !query.isRecursionWanted()) {
                counters.refusedQueries++;
                query.refuse(writer, refusal == Dns.NO_ERROR ? Dns.REFUSED : refusal);
            } else {
                resolve(query.name(), query.type(), done -> reply(query, done));
            }
        }
    }

    private boolean resolve(DnsName name, int type, Resolution.Waiting waiting) {
        Resolution same = policy.joining() == QueryJoining.ONE_QUERY ? find(name, type) : null;
        if (same != null && same.join(waiting)) {
            return true;
        }
        if (same != null || resolutions.size() == policy.maxQuestions()) {
            counters.droppedQueries++;
            return false;
        }
        Resolution resolution = new Resolution(this, name, type, null, waiting);
        resolutions.add(resolution);
        resolution.step();
        return true;
    }

    private Resolution find(DnsName name, int type) {
        for (Resolution resolution : resolutions) {
            if (resolution.isAbout(name, type)) {
                return resolution;
            }
        }
        return null;
    }

    private void reply(ReceivedQuery query, Resolution done) {
        query.begin(writer, done.responseCode())
                .header()
                .recursionAvailable(true)
                .authenticData(done.isSecure() && query.isDnssecWanted());
        writer.section(DnsSection.ANSWER);
        for (DnsRecord record : done.answers(query.isDnssecWanted())) {
            record.writeTo(writer);
        }
        writer.section(DnsSection.AUTHORITY);
        for (DnsRecord record : done.authority(query.isDnssecWanted())) {
            record.writeTo(writer);
        }
        query.send(writer);
    }

    /** What it remembers. */
    public DnsCache cache() {
        return cache;
    }

    /** What came and went, as a server and as an asker. */
    public DnsCounters counters() {
        return counters;
    }

    /** How many questions are worked on. */
    public int pendingQuestions() {
        return resolutions.size();
    }

    /** How many queries are out. */
    public int pendingQueries() {
        return asker.pending();
    }

    /** Where it runs. */
    public Host host() {
        return host;
    }

    /** What it decides. */
    public DnsPolicy policy() {
        return policy;
    }

    void finished(Resolution resolution) {
        resolutions.remove(resolution);
    }

    Asker asker() {
        return asker;
    }

    TrustAnchors anchors() {
        return anchors;
    }

    List<NameServer> roots() {
        return roots;
    }
}
