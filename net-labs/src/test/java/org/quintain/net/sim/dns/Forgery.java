package org.quintain.net.sim.dns;

import org.quintain.net.wire.DnsName;
import org.quintain.net.wire.DnsSection;
import org.quintain.net.wire.DnsType;
import org.quintain.net.wire.DnsWriter;

/** Answers that nobody responsible has given. */
final class Forgery {
    private Forgery() {}

    /** "The name is at the forged address". */
    static byte[] answer(int id, DnsName name) {
        return begin(id, name)
                .section(DnsSection.ANSWER)
                .a(name, 86_400, DnsWorld.FORGED)
                .toBytes();
    }

    /** The same, and besides "the zone's server is at the forged address" (Kaminsky). */
    static byte[] withServer(int id, DnsName name) {
        DnsName server = DnsName.of("ns1.harbour.example");
        return begin(id, name)
                .section(DnsSection.ANSWER)
                .a(name, 86_400, DnsWorld.FORGED)
                .section(DnsSection.AUTHORITY)
                .ns(DnsName.of("harbour.example"), 86_400, server)
                .section(DnsSection.ADDITIONAL)
                .a(server, 86_400, DnsWorld.FORGED)
                .toBytes();
    }

    /** The answer, and a record of another name in the additional section. */
    static byte[] with(int id, DnsName name, DnsName other) {
        return begin(id, name)
                .section(DnsSection.ANSWER)
                .a(name, 86_400, DnsWorld.FORGED)
                .section(DnsSection.ADDITIONAL)
                .a(other, 86_400, DnsWorld.FORGED)
                .toBytes();
    }

    private static DnsWriter begin(int id, DnsName name) {
        DnsWriter writer = new DnsWriter().begin(id);
        writer.header().response(true).authoritative(true);
        return writer.question(name, DnsType.A);
    }
}
