package org.quintain.net.sim.dns;

import org.quintain.core.Incubating;

/**
 * What a server, stub or resolver has taken and refused, each message in the first way that applies: what a checker reads.
 * Answers to ports that are closed come no further than the host ({@code host.counters().unwantedPackets()}).
 */
@Incubating
public final class DnsCounters {
    long receivedQueries;
    long refusedQueries;
    long droppedQueries;
    long sentQueries;
    long timeouts;
    long receivedAnswers;
    long malformedAnswers;
    long mismatchedIds;
    long mismatchedPorts;
    long mismatchedSources;
    long mismatchedQuestions;
    long mismatchedCases;
    long bogusAnswers;
    long acceptedAnswers;
    long forgedAnswers;
    long refusedRecords;

    DnsCounters() {}

    /** Queries taken by a server. */
    public long receivedQueries() {
        return receivedQueries;
    }

    /** Queries that were broken, of another kind, or of names that a server does not answer for. */
    public long refusedQueries() {
        return refusedQueries;
    }

    /** Questions not taken because as many as the policy allows are worked on. */
    public long droppedQueries() {
        return droppedQueries;
    }

    /** Queries sent to servers. */
    public long sentQueries() {
        return sentQueries;
    }

    /** Queries to which no matching answer came in time. */
    public long timeouts() {
        return timeouts;
    }

    /** Messages with QR that came to a port where one is awaited, or that was open for another query. */
    public long receivedAnswers() {
        return receivedAnswers;
    }

    /** Answers that are no DNS message, or whose records cannot be read. */
    public long malformedAnswers() {
        return malformedAnswers;
    }

    /** Answers whose identifier no query has that is open (RFC 5452 section 9.1: Query ID). */
    public long mismatchedIds() {
        return mismatchedIds;
    }

    /** Answers whose identifier fits, but that came to the port of another query (Destination port). */
    public long mismatchedPorts() {
        return mismatchedPorts;
    }

    /** Answers whose identifier and port fit, from an address or port that was not asked (Source address). */
    public long mismatchedSources() {
        return mismatchedSources;
    }

    /** Answers that fit but for their question (Query name, class and type). */
    public long mismatchedQuestions() {
        return mismatchedQuestions;
    }

    /** Answers whose question has the right letters in the wrong case; only with case by chance. */
    public long mismatchedCases() {
        return mismatchedCases;
    }

    /** Answers that matched and were dropped because a trust anchor wants a signature that they have not. */
    public long bogusAnswers() {
        return bogusAnswers;
    }

    /** Answers that matched and were believed; forged ones are among them. */
    public long acceptedAnswers() {
        return acceptedAnswers;
    }

    /**
     * Answers that were believed and that not the host with the address made that was asked. The simulator knows; the
     * asker does not.
     */
    public long forgedAnswers() {
        return forgedAnswers;
    }

    /** Sets of records that the bailiwick policy kept out of the cache. */
    public long refusedRecords() {
        return refusedRecords;
    }
}
