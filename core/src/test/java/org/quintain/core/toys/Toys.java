package org.quintain.core.toys;

import java.util.List;
import java.util.Map;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Seat;
import org.quintain.core.serve.Issuer;
import org.quintain.core.toys.gate.GateLab;
import org.quintain.core.toys.mailboat.MailboatLab;
import org.quintain.core.toys.vault.VaultLab;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;

/** What the tests of core share: three toy labs, a course key and a seat. */
public final class Toys {
    /** The adaptive oracle. */
    public static final VaultLab VAULT = new VaultLab();
    /** The network card. */
    public static final MailboatLab MAILBOAT = new MailboatLab();
    /** The served target. */
    public static final GateLab GATE = new GateLab();
    /** All three. */
    public static final Catalog LABS = Catalog.of(List.of(VAULT, MAILBOAT, GATE));
    /** A course key for tests: the bytes 0, 1, 2 … 31. */
    public static final Bytes KEY = Bytes.ofHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    /** The learner of most tests. */
    public static final Seat ADA = new Seat("uni-a", "crypto-101", "ada", 1);

    private Toys() {}

    /** An issuer of the course. */
    public static Issuer issuer() {
        return Issuer.open(KEY, LABS);
    }

    /** The object on a line. */
    public static Map<String, Object> parse(String line) {
        return Json.parseObject(Bytes.utf8(line), Limits.OWN_FILE);
    }

    /** A call's line. */
    public static String call(String on, String name, Object... arguments) {
        return Json.write(Map.of("id", 7L, "on", on, "call", name, "args", List.of(arguments)));
    }
}
