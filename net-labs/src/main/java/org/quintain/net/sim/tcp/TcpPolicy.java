package org.quintain.net.sim.tcp;

import org.quintain.core.Incubating;

/**
 * What a stack decides where the RFCs leave a choice. {@link #DEFAULT} is careful.
 *
 * @param checks how segments that may be forged are judged
 * @param challengeAcks how many challenge ACKs are sent (RFC 5961 section 7)
 * @param unacceptableAcks how many segments without text that are outside of the window are answered by an ACK: without a
 *     bound two stacks that disagree about their numbers answer each other forever (L. Joncheray, A Simple Active Attack
 *     Against TCP, USENIX Security 1995, "ACK storm")
 * @param initialSequence how initial sequence numbers are chosen
 * @param overlap which copy of a byte wins
 * @param isNagle whether small segments wait for acknowledgments (RFC 9293 section 3.7.4)
 * @param limits sizes, bounds and times
 */
@Incubating
public record TcpPolicy(
        SegmentChecks checks,
        AckLimit challengeAcks,
        AckLimit unacceptableAcks,
        InitialSequencePolicy initialSequence,
        OverlapRule overlap,
        boolean isNagle,
        TcpLimits limits) {
    /** RFC 5961 and RFC 6528, the copy that came first, no Nagle, {@link TcpLimits#DEFAULT}. */
    public static final TcpPolicy DEFAULT = new TcpPolicy(
            SegmentChecks.RFC_5961,
            AckLimit.CHALLENGES,
            AckLimit.UNACCEPTABLE,
            InitialSequences.RFC_6528,
            OverlapRules.FIRST,
            false,
            TcpLimits.DEFAULT);

    /** The same with other judgement of segments. */
    public TcpPolicy withChecks(SegmentChecks checks) {
        return new TcpPolicy(checks, challengeAcks, unacceptableAcks, initialSequence, overlap, isNagle, limits);
    }

    /** The same with another limit of challenge ACKs. */
    public TcpPolicy withChallengeAcks(AckLimit challengeAcks) {
        return new TcpPolicy(checks, challengeAcks, unacceptableAcks, initialSequence, overlap, isNagle, limits);
    }

    /** The same with another limit of ACKs for what is outside of the window. */
    public TcpPolicy withUnacceptableAcks(AckLimit unacceptableAcks) {
        return new TcpPolicy(checks, challengeAcks, unacceptableAcks, initialSequence, overlap, isNagle, limits);
    }

    /** The same with other initial sequence numbers. */
    public TcpPolicy withInitialSequence(InitialSequencePolicy initialSequence) {
        return new TcpPolicy(checks, challengeAcks, unacceptableAcks, initialSequence, overlap, isNagle, limits);
    }

    /** The same with another rule for overlaps. */
    public TcpPolicy withOverlap(OverlapRule overlap) {
        return new TcpPolicy(checks, challengeAcks, unacceptableAcks, initialSequence, overlap, isNagle, limits);
    }

    /** The same with or without Nagle's algorithm. */
    public TcpPolicy withNagle(boolean isNagle) {
        return new TcpPolicy(checks, challengeAcks, unacceptableAcks, initialSequence, overlap, isNagle, limits);
    }

    /** The same with other sizes, bounds and times. */
    public TcpPolicy withLimits(TcpLimits limits) {
        return new TcpPolicy(checks, challengeAcks, unacceptableAcks, initialSequence, overlap, isNagle, limits);
    }
}
