package org.quintain.solutions.net.ipfragmentoverlap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Policy;

/**
 * Finds five policies by one packet of 11 fragments: each of five gadgets says {@code old} or {@code new}. The answers of the
 * seven policies are all different.
 */
final class Survey {
    private static final long ROUND_TRIP_MICROS = 2_000;
    private static final String OLD = "old";
    private static final String NEW = "new";
    private static final String GATE_PREFIX = "passed ";

    private Survey() {}

    /** The policies by name, of boards and gate; of one that says nothing, {@code FIRST}, which is a guess. */
    static Map<String, Policy> policies(OutsideCard outside, int identification) {
        GadgetPacket probe = new GadgetPacket();
        for (Gadget gadget : Gadget.values()) {
            probe.add(gadget, OLD, NEW);
        }
        outside.frames(probe, identification).forEach(outside::send);
        Map<String, String> reports = outside.reports(ROUND_TRIP_MICROS);
        Map<String, Policy> policies = new TreeMap<>();
        for (String name : List.of("valley", "summit", "lodge", "depot", OutsideCard.GATE)) {
            String report = reports.getOrDefault(name, "");
            int payloadAt = name.equals(OutsideCard.GATE) ? GATE_PREFIX.length() : 0;
            policies.put(name, policy(probe, report, payloadAt));
        }
        return policies;
    }

    private static Policy policy(GadgetPacket probe, String report, int payloadAt) {
        List<Policy> candidates = new ArrayList<>(List.of(Policy.values()));
        for (Gadget gadget : Gadget.values()) {
            int at = payloadAt + probe.payloadOffset(gadget.ordinal());
            boolean isNew = report.startsWith(NEW, at);
            candidates.removeIf(candidate -> gadget.isNewReadBy(candidate) != isNew);
        }
        return candidates.isEmpty() ? Policy.FIRST : candidates.get(0);
    }
}
