package org.quintain.net.dnskaminsky;

import java.util.OptionalInt;
import org.quintain.net.sim.Recurring;
import org.quintain.net.sim.dns.DnsPolicy;
import org.quintain.net.sim.dns.LookupResult;
import org.quintain.net.sim.dns.LookupStatus;
import org.quintain.net.sim.dns.StubResolver;
import org.quintain.net.sim.host.Host;
import org.quintain.net.wire.DnsType;

/** An honest user who looks the service up every three to six seconds, and remembers what the resolver said. */
final class DnsKaminskyUser {
    private static final long LEAST_MICROS = 3_000_000;
    private static final int SPREAD_MICROS = 3_000_000;

    private final int genuineAddress;
    private final int learnersAddress;
    private int genuine;
    private int misled;
    private int failed;

    DnsKaminskyUser(Host host, int resolver, String service, int genuineAddress, int learnersAddress) {
        this.genuineAddress = genuineAddress;
        this.learnersAddress = learnersAddress;
        StubResolver stub = new StubResolver(host, DnsPolicy.DEFAULT, resolver);
        Recurring.start(
                host.network(),
                host.network().noise("user"),
                LEAST_MICROS,
                SPREAD_MICROS,
                () -> stub.lookup(service, DnsType.A, this::take));
    }

    private void take(LookupResult result) {
        OptionalInt address = result.address();
        if (result.status() != LookupStatus.FOUND || address.isEmpty()) {
            failed++;
        } else if (address.getAsInt() == genuineAddress) {
            genuine++;
        } else if (address.getAsInt() == learnersAddress) {
            misled++;
        }
    }

    /** Lookups that gave the service's true address. */
    int genuine() {
        return genuine;
    }

    /** Lookups that gave the learner's address. */
    int misled() {
        return misled;
    }

    /** Lookups that gave nothing. */
    int failed() {
        return failed;
    }
}
