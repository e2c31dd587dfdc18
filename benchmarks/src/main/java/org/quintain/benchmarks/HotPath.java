package org.quintain.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of the table: which benchmark methods measure ours, each peer and the limit, and what is wanted.
 *
 * @param name the hot path
 * @param shape sizes and kind of the input
 * @param benchmark class of the methods
 * @param ours method that measures ours
 * @param peers what others offer for the same, at least one
 * @param limit method that measures the barest code that does the same work; empty if there is none
 * @param goal what is wanted
 */
record HotPath(String name, String shape, Class<?> benchmark, String ours, List<Peer> peers, String limit, Goal goal) {
    /**
     * Somebody else's code for the same work.
     *
     * @param name for people
     * @param method method that measures it
     */
    record Peer(String name, String method) {}

    /**
     * Ratios that do not depend on the machine much, and a number of bytes that does not depend on it at all.
     *
     * @param timesPeer how many times faster than the fastest peer, at least
     * @param timesLimit how many times the limit's time, at most; infinite without a limit
     * @param bytesAnOp bytes allocated per operation, at most; infinite if they do not matter
     */
    record Goal(double timesPeer, double timesLimit, double bytesAnOp) {}

    HotPath {
        peers = List.copyOf(peers);
        if (peers.isEmpty()) {
            throw new IllegalArgumentException("a peer wanted: name=" + name);
        }
    }

    /** Methods to run, with their class as JMH names them. */
    List<String> methods() {
        List<String> methods = new ArrayList<>();
        methods.add(qualified(ours));
        peers.forEach(peer -> methods.add(qualified(peer.method())));
        if (!limit.isEmpty()) {
            methods.add(qualified(limit));
        }
        return methods;
    }

    String qualified(String method) {
        return benchmark.getName() + "." + method;
    }
}
