package org.quintain.benchmarks;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;

/** What the simulator is compared with: the way one writes it first, and a heap with nothing around it. */
final class BareNetworks {
    private BareNetworks() {}

    /** Objects for everything: an event is a record in a priority queue, the table a map, a frame copied at each hop. */
    static final class ObjectNetwork {
        private record Event(long time, long sequence, byte[] frame, int toPort, boolean isAtSwitch) {}

        private static final int LATENCY_MICROS = 50;

        private final PriorityQueue<Event> events = new PriorityQueue<>((x, y) ->
                x.time() == y.time() ? Long.compare(x.sequence(), y.sequence()) : Long.compare(x.time(), y.time()));
        private final Map<Long, Integer> table = new HashMap<>();
        private final byte[][] replies;
        private final LongConsumer tap;
        private long sequence;
        private long delivered;

        /** Each station answers with its frame; the first sends some at different times. */
        ObjectNetwork(byte[] first, byte[] second, int frames, LongConsumer tap) {
            replies = new byte[][] {first, second};
            this.tap = tap;
            for (int i = 0; i < frames; i++) {
                send(i, first, 0, true);
            }
        }

        private void send(long now, byte[] frame, int port, boolean isToSwitch) {
            events.add(new Event(now + LATENCY_MICROS, sequence++, frame.clone(), port, isToSwitch));
        }

        /** Runs until so many frames have reached a station. */
        long run(long frames) {
            long until = delivered + frames;
            while (delivered < until) {
                Event event = events.remove();
                byte[] frame = event.frame();
                if (event.isAtSwitch()) {
                    table.put(mac(frame, 6), event.toPort());
                    send(event.time(), frame, table.getOrDefault(mac(frame, 0), 1 - event.toPort()), false);
                } else {
                    tap.accept(event.time());
                    delivered++;
                    send(event.time(), replies[event.toPort()], event.toPort(), true);
                }
            }
            return delivered;
        }

        private static long mac(byte[] frame, int at) {
            long mac = 0;
            for (int i = at; i < at + 6; i++) {
                mac = mac << 8 | frame[i] & 0xff;
            }
            return mac;
        }
    }

    /** A binary heap of one long an event, time above sequence: each event taken out causes one more. */
    static final class BareHeap {
        private final long[] heap;

        BareHeap(int events) {
            heap = new long[events];
            for (int i = 0; i < events; i++) {
                heap[i] = (long) i << 32 | i;
            }
        }

        /** Takes so many events out, each in favour of one 50 microseconds later. */
        long run(long events) {
            long sequence = heap.length;
            for (long i = 0; i < events; i++) {
                replaceFirst((heap[0] & ~0xffff_ffffL) + (50L << 32) + (sequence++ & 0xffff_ffffL));
            }
            return heap[0];
        }

        private void replaceFirst(long event) {
            int place = 0;
            for (int child = 1; child < heap.length; child = 2 * place + 1) {
                if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
                    child++;
                }
                if (event <= heap[child]) {
                    break;
                }
                heap[place] = heap[child];
                place = child;
            }
            heap[place] = event;
        }
    }
}
