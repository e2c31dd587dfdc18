package org.quintain.core.contract;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.Params;
import org.quintain.core.Seat;
import org.quintain.core.Stable;
import org.quintain.core.serve.Issuer;
import org.quintain.core.wire.Json;

/**
 * Golden files: checksums of what practice seats get, so that an instance that changes without a raised {@code
 * contentVersion} is noticed, on whatever machine.
 *
 * <p>A golden file has a line {@code <lab id> <contentVersion> <digest> <digest> …} for each lab, and comments that begin
 * with {@code #}.
 */
@Stable
public final class GoldenSeats {
    /** How many practice seats of each lab a golden file holds: 16. */
    public static final int SEATS = 16;

    private GoldenSeats() {}

    /**
     * Checksums of the handouts of practice seats with all parameters at their defaults.
     *
     * @param lab the lab
     * @param seats how many, 0 or more
     * @return for the seats 0 to {@code seats - 1} the SHA-256, in hexadecimal, of the canonical JSON of {@code data},
     *     {@code files} and {@code answers}: no text and no locale is in it
     */
    public static List<String> digests(Lab<?, ?> lab, int seats) {
        List<String> digests = new ArrayList<>();
        try (Issuer issuer = Issuer.practice(Catalog.of(List.of(lab)))) {
            for (int i = 0; i < seats; i++) {
                digests.add(sha256(Json.canonical(
                        issuer.handout(Seat.practice(i), lab, Params.none()).content())));
            }
        }
        return digests;
    }

    /**
     * The golden file of some labs.
     *
     * @param labs the labs
     * @return its text, one line a lab in the catalog's order, with {@link #SEATS} digests each
     */
    public static String file(Catalog labs) {
        StringBuilder text = new StringBuilder("# lab, contentVersion, SHA-256 of data, files and answers of practice"
                + " seats 0 to " + (SEATS - 1) + "\n");
        for (Lab<?, ?> lab : labs.labs()) {
            text.append(lab.card().id()).append(' ').append(lab.card().contentVersion());
            digests(lab, SEATS).forEach(digest -> text.append(' ').append(digest));
            text.append('\n');
        }
        return text.toString();
    }

    /**
     * Compares labs with their committed golden file.
     *
     * @param labs the labs
     * @param committed text of the golden file
     * @return one sentence for each lab whose instances changed without a raised version, whose line has another version
     *     or another number of seats, that has no line, or that there is not any more; empty if all agree
     */
    public static List<String> differences(Catalog labs, String committed) {
        List<String> differences = new ArrayList<>();
        Map<String, String[]> lines = new LinkedHashMap<>();
        for (String line : committed.lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.split(" ");
                if (lines.put(words[0], words) != null) {
                    differences.add(words[0] + ": has two lines");
                }
            }
        }
        for (Lab<?, ?> lab : labs.labs()) {
            String[] line = lines.remove(lab.card().id());
            String difference = line == null ? "has no line" : difference(lab, line);
            if (!difference.isEmpty()) {
                differences.add(lab.card().id() + ": " + difference);
            }
        }
        lines.keySet().forEach(id -> differences.add(id + ": there is no such lab"));
        return differences;
    }

    private static String difference(Lab<?, ?> lab, String[] line) {
        int version = lab.card().contentVersion();
        if (line.length != SEATS + 2) {
            return "has " + (line.length - 2) + " seats and not " + SEATS;
        }
        if (!line[1].equals(Integer.toString(version))) {
            return "is of contentVersion " + version + ", and its line of " + line[1];
        }
        List<String> digests = digests(lab, SEATS);
        for (int i = 0; i < SEATS; i++) {
            if (!digests.get(i).equals(line[i + 2])) {
                return "changed at seat " + i + " and is still of contentVersion " + version;
            }
        }
        return "";
    }

    private static String sha256(Bytes bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toArray()));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
