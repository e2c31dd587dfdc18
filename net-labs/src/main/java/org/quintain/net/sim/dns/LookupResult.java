package org.quintain.net.sim.dns;

import java.util.List;
import java.util.OptionalInt;
import org.quintain.core.Incubating;
import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsType;

/**
 * What a lookup gave.
 *
 * @param name that was asked
 * @param type that was asked, 16 bits
 * @param status how it ended
 * @param answers aliases first, then the records of the type; empty unless found
 * @param isSecure whether all of it was verified by a trust anchor of the asker's
 */
@Incubating
public record LookupResult(DnsName name, int type, LookupStatus status, List<DnsRecord> answers, boolean isSecure) {
    /** Takes an unmodifiable copy of the list. */
    public LookupResult {
        answers = List.copyOf(answers);
    }

    /** The first address, if there is one. */
    public OptionalInt address() {
        for (DnsRecord answer : answers) {
            if (answer.type() == DnsType.A) {
                return OptionalInt.of(answer.address());
            }
        }
        return OptionalInt.empty();
    }
}
