package org.quintain.net.sim.dns;

import java.util.ArrayList;
import java.util.List;
import org.quintain.core.Incubating;
import org.quintain.net.sim.host.Host;
import org.quintain.net.wire.Dns;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsSection;
import org.quintain.net.wire.DnsType;

/**
 * Asks resolvers on behalf of a host's programs (RFC 1034 section 5.3.1): one after the other, again after a time-out, and
 * keeps nothing.
 *
 * <pre>{@code
 * StubResolver stub = new StubResolver(alice, DnsPolicy.DEFAULT, resolverAddress);
 * stub.lookup("www.harbour.example", DnsType.A, result -> result.address().ifPresent(this::connect));
 * }</pre>
 *
 * <p>With trust anchors it verifies what it is told (RFC 4033 section 7, a validating stub); answers that fail are dropped
 * and a better one is awaited. Its resolver must then ask for signatures ({@link DnsPolicy#withDnssecWanted}).
 */
@Incubating
public final class StubResolver {
    private final Host host;
    private final DnsPolicy policy;
    private final int[] servers;
    private final DnsCounters counters = new DnsCounters();
    private final TrustAnchors anchors;
    private final Asker asker;
    private int lookups;

    /**
     * A stub.
     *
     * @param host whose programs ask; its chance follows from the host's name
     * @param policy what it decides
     * @param servers addresses of resolvers, the first one first
     */
    public StubResolver(Host host, DnsPolicy policy, int... servers) {
        if (servers.length == 0) {
            throw new IllegalArgumentException("one server or more wanted: servers=0");
        }
        this.host = host;
        this.policy = policy;
        this.servers = servers.clone();
        anchors = new TrustAnchors(host.network(), policy.trustAnchors());
        asker = new Asker(host, policy, counters, new Chance(host, "dns stub "));
    }

    /**
     * Looks a name up.
     *
     * @param name as {@code "www.harbour.example"}
     * @param type as {@link DnsType#A}
     * @param handler is told the result
     * @return false if as many lookups as the policy allows are under way; the handler is not called then
     */
    public boolean lookup(String name, int type, LookupHandler handler) {
        return lookup(DnsName.of(name), type, handler);
    }

    /** {@link #lookup(String, int, LookupHandler)} for a name, which is copied. */
    public boolean lookup(DnsName name, int type, LookupHandler handler) {
        if (lookups == policy.maxQuestions()) {
            counters.droppedQueries++;
            return false;
        }
        lookups++;
        new Lookup(name.copy(), type, handler).ask();
        return true;
    }

    /** What came and went. */
    public DnsCounters counters() {
        return counters;
    }

    /** How many lookups are under way. */
    public int pendingLookups() {
        return lookups;
    }

    /** Where it runs. */
    public Host host() {
        return host;
    }

    private final class Lookup implements PendingQuery.Receiver {
        private final DnsName name;
        private final int type;
        private final LookupHandler handler;
        private int tries;

        Lookup(DnsName name, int type, LookupHandler handler) {
            this.name = name;
            this.type = type;
            this.handler = handler;
        }

        void ask() {
            asker.ask(servers[tries++ % servers.length], name, type, true, this);
        }

        @Override
        public void timedOut(PendingQuery query) {
            if (tries < policy.tries()) {
                ask();
            } else {
                finish(LookupStatus.TIMED_OUT, List.of(), false);
            }
        }

        @Override
        public boolean answered(PendingQuery query, Dns dns, int origin) {
            AnswerMessage answer = AnswerMessage.read(dns);
            if (answer == null) {
                counters.malformedAnswers++;
                return false;
            }
            List<DnsName> chain = answer.chain(name, type);
            List<RecordSet> wanted = wanted(answer, chain);
            boolean isFound = !wanted.isEmpty() && wanted.get(wanted.size() - 1).type() == type;
            LookupStatus status = status(answer.responseCode(), isFound);
            DnsName last = chain.get(chain.size() - 1);
            if (isBogus(answer, wanted, last, status)) {
                counters.bogusAnswers++;
                return false;
            }
            asker.forget(query);
            if (status == LookupStatus.FAILED && tries < policy.tries()) {
                ask();
            } else {
                finish(status, isFound ? records(wanted) : List.of(), isSecure(answer, wanted, last, status));
            }
            return true;
        }

        /** Aliases in their order, then what was asked for. */
        private List<RecordSet> wanted(AnswerMessage answer, List<DnsName> chain) {
            List<RecordSet> sets = RecordSet.of(answer.section(DnsSection.ANSWER), DnsSection.ANSWER);
            List<RecordSet> wanted = new ArrayList<>();
            for (DnsName each : chain) {
                for (RecordSet set : sets) {
                    boolean isAlias = set.type() == DnsType.CNAME && !each.equals(chain.get(chain.size() - 1));
                    if (set.name().equals(each) && (set.type() == type || isAlias)) {
                        wanted.add(set);
                    }
                }
            }
            return wanted;
        }

        /** Whether something is there, or is denied, that a trust anchor decides about and that is not signed. */
        private boolean isBogus(AnswerMessage answer, List<RecordSet> wanted, DnsName last, LookupStatus status) {
            for (RecordSet set : wanted) {
                if (anchors.of(set.name()) != null && !anchors.isVerified(set)) {
                    return true;
                }
            }
            boolean isDenial = status == LookupStatus.NO_DATA || status == LookupStatus.NAME_ERROR;
            return isDenial && anchors.of(last) != null && !isDenied(answer, last, status);
        }

        private boolean isDenied(AnswerMessage answer, DnsName last, LookupStatus status) {
            return anchors.isDenialVerified(answer, last, type, status == LookupStatus.NAME_ERROR);
        }

        private boolean isSecure(AnswerMessage answer, List<RecordSet> wanted, DnsName last, LookupStatus status) {
            for (RecordSet set : wanted) {
                if (!anchors.isVerified(set)) {
                    return false;
                }
            }
            return status == LookupStatus.FOUND || isDenied(answer, last, status);
        }

        private List<DnsRecord> records(List<RecordSet> sets) {
            List<DnsRecord> records = new ArrayList<>();
            for (RecordSet set : sets) {
                records.addAll(set.records());
            }
            return records;
        }

        private LookupStatus status(int responseCode, boolean isFound) {
            return switch (responseCode) {
                case Dns.NO_ERROR -> isFound ? LookupStatus.FOUND : LookupStatus.NO_DATA;
                case Dns.NAME_ERROR -> LookupStatus.NAME_ERROR;
                default -> LookupStatus.FAILED;
            };
        }

        private void finish(LookupStatus status, List<DnsRecord> answers, boolean isSecure) {
            lookups--;
            handler.finished(new LookupResult(name, type, status, answers, isSecure));
        }
    }
}
