package org.quintain.net.sim.dns;

import java.util.ArrayList;
import java.util.List;
import org.quintain.core.Incubating;
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
 * Answers for the zones that it has, at port 53 of a host (RFC 1034 section 4.3.2): records, aliases, referrals with
 * glue, and the zone's SOA where there is nothing (RFC 2308). It asks nobody, and keeps nothing of a query once it is
 * answered.
 */
@Incubating
public final class AuthoritativeServer {
    private static final int MAX_ALIASES = 8;
    private static final long MICROS_PER_SECOND = 1_000_000;

    private final Host host;
    private final List<Zone> zones;
    private final DnsCounters counters = new DnsCounters();
    private final Dns in = new Dns();
    private final DnsWriter writer = new DnsWriter();

    /**
     * A server that answers from now on.
     *
     * @param host its port 53 MUST be free
     * @param zones may grow later
     */
    public AuthoritativeServer(Host host, Zone... zones) {
        this.host = host;
        this.zones = List.of(zones);
        host.bind(Dns.PORT, this::receive);
    }

    private void receive(UdpSocket socket, Ipv4 packet, Udp datagram) {
        if (in.wrap(datagram) != Flaw.NONE || in.isResponse()) {
            counters.refusedQueries++;
            return;
        }
        counters.receivedQueries++;
        ReceivedQuery query = ReceivedQuery.read(socket, packet, datagram, in);
        int refusal = query.refusal();
        Zone zone = refusal == Dns.NO_ERROR ? zoneOf(query.name()) : null;
        if (zone == null) {
            counters.refusedQueries++;
            query.refuse(writer, refusal == Dns.NO_ERROR ? Dns.REFUSED : refusal);
        } else {
            new Answer(query, zone).send();
        }
    }

    /** The zone nearest above a name, or null (RFC 1034 section 4.3.2, step 2). */
    private Zone zoneOf(DnsName name) {
        Zone nearest = null;
        for (Zone zone : zones) {
            if (name.isUnder(zone.origin())
                    && (nearest == null
                            || zone.origin().labelCount() > nearest.origin().labelCount())) {
                nearest = zone;
            }
        }
        return nearest;
    }

    /** What came and went. */
    public DnsCounters counters() {
        return counters;
    }

    /** Where it runs. */
    public Host host() {
        return host;
    }

    /** One answer in the making. */
    private final class Answer {
        private final ReceivedQuery query;
        private final Zone zone;
        private final boolean isSigned;
        private final List<DnsRecord> answers = new ArrayList<>(2);
        private final List<DnsRecord> authority = new ArrayList<>(1);
        private final List<DnsRecord> additional = new ArrayList<>(1);
        private int responseCode = Dns.NO_ERROR;
        private boolean isAuthoritative = true;

        Answer(ReceivedQuery query, Zone zone) {
            this.query = query;
            this.zone = zone;
            this.isSigned = zone.key() != null && query.isDnssecWanted();
        }

        void send() {
            find(query.name(), 0);
            query.begin(writer, responseCode).header().authoritative(isAuthoritative);
            write(DnsSection.ANSWER, answers);
            write(DnsSection.AUTHORITY, authority);
            write(DnsSection.ADDITIONAL, additional);
            query.send(writer);
        }

        private void write(DnsSection section, List<DnsRecord> records) {
            writer.section(section);
            for (DnsRecord record : records) {
                record.writeTo(writer);
            }
        }

        /** RFC 1034 section 4.3.2, step 3. */
        private void find(DnsName name, int aliases) {
            DnsName cut = zone.cut(name);
            if (cut != null) {
                refer(cut, aliases == 0);
                return;
            }
            List<DnsRecord> found = zone.find(name, query.type());
            List<DnsRecord> alias = zone.find(name, DnsType.CNAME);
            if (query.type() == DnsType.SOA && name.equals(zone.origin())) {
                found.add(zone.soa());
            }
            if (!found.isEmpty()) {
                add(answers, found);
            } else if (alias.isEmpty()) {
                deny(name);
            } else {
                add(answers, alias.subList(0, 1));
                DnsName target = alias.get(0).target();
                if (aliases < MAX_ALIASES && target.isUnder(zone.origin())) {
                    find(target, aliases + 1);
                }
            }
        }

        /** A referral, which is not authoritative and not signed (RFC 1034 section 4.2.1; RFC 4035 section 2.2). */
        private void refer(DnsName cut, boolean isWhole) {
            isAuthoritative = !isWhole;
            for (DnsRecord server : zone.find(cut, DnsType.NS)) {
                authority.add(server);
                additional.addAll(zone.find(server.target(), DnsType.A));
            }
        }

        /** RFC 2308 sections 2.1 and 2.2; behind an alias the code is that of the last name. */
        private void deny(DnsName name) {
            boolean isThere = zone.exists(name);
            responseCode = isThere ? Dns.NO_ERROR : Dns.NAME_ERROR;
            add(authority, List.of(zone.soa()));
            if (isSigned) {
                List<Integer> types = new ArrayList<>();
                for (DnsRecord record : zone.find(name, DnsType.ANY)) {
                    types.add(record.type());
                }
                if (isThere && types.isEmpty()) {
                    types.add(DnsType.RRSIG);
                }
                add(authority, List.of(Signatures.denial(name, zone.soa().ttlSeconds(), types)));
            }
        }

        private void add(List<DnsRecord> to, List<DnsRecord> set) {
            to.addAll(set);
            if (isSigned && query.type() != DnsType.ANY) {
                to.add(Signatures.sign(zone.key(), set, host.network().now() / MICROS_PER_SECOND));
            }
        }
    }
}
