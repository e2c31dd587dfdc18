package org.quintain.net.arppoison;

import org.quintain.net.sim.host.ArpClaim;
import org.quintain.net.sim.host.ArpPolicy;

/**
 * What one station believes without having asked. A reply to its own open question it always believes, or it could talk to
 * nobody; a claim that is neither gratuitous nor directed to it, never.
 *
 * @param request believes the sender of a request for its own address, as RFC 826 has it
 * @param reply believes a reply to its own address that it has not asked for
 * @param gratuitous believes a packet whose sender and target address are equal (RFC 5227 section 3), request or reply
 */
record ArpPoisonHabit(boolean request, boolean reply, boolean gratuitous) implements ArpPolicy {
    /** How many habits there are. */
    static final int COUNT = 8;

    /** The habit of a number, 0 to 7: a bit for each kind. */
    static ArpPoisonHabit of(int number) {
        return new ArpPoisonHabit((number & 1) != 0, (number & 2) != 0, (number & 4) != 0);
    }

    @Override
    public boolean isBelieved(ArpClaim claim) {
        if (claim.isGratuitous()) {
            return gratuitous;
        }
        return claim.isForMe() && (claim.isReply() ? reply || claim.isAwaited() : request);
    }
}
