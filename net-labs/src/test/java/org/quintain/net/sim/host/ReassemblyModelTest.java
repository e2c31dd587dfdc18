package org.quintain.net.sim.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The reassembler against a map of single bytes, for every policy and any fragments. */
class ReassemblyModelTest {
    record Piece(int from, int bytes, boolean isMore) {}

    /** A byte remembers which fragment it is from, and a run of bytes of one fragment is what is left of it. */
    private static final class ByteMap {
        private final OverlapPolicy policy;
        private final int[] owner = new int[256];
        private int total = -1;
        private boolean isGivenUp;

        ByteMap(OverlapPolicy policy) {
            this.policy = policy;
            Arrays.fill(owner, -1);
        }

        /** The owners of all bytes once the packet is whole, else null. */
        int[] add(int fragment, Piece piece) {
            int end = piece.from + piece.bytes;
            if (isGivenUp || contradicts(piece, end)) {
                return null;
            }
            int[] before = owner.clone();
            for (int at = piece.from; at < end; at++) {
                OverlapPolicy.Winner winner = before[at] < 0
                        ? OverlapPolicy.Winner.NEW
                        : policy.winner(piece.from, end, runStart(before, at), runEnd(before, at));
                if (winner == OverlapPolicy.Winner.NEITHER) {
                    isGivenUp = true;
                    return null;
                }
                owner[at] = winner == OverlapPolicy.Winner.NEW ? fragment : before[at];
            }
            total = piece.isMore ? total : end;
            int[] filled = Arrays.copyOf(owner, Math.max(0, total));
            return total < 0 || Arrays.stream(filled).anyMatch(o -> o < 0) ? null : filled;
        }

        private boolean contradicts(Piece piece, int end) {
            if (total >= 0) {
                return end > total || !piece.isMore && end != total;
            }
            return !piece.isMore && Arrays.stream(owner, end, owner.length).anyMatch(each -> each >= 0);
        }

        private static int runStart(int[] owners, int at) {
            int start = at;
            while (start > 0 && owners[start - 1] == owners[at]) {
                start--;
            }
            return start;
        }

        private static int runEnd(int[] owners, int at) {
            int end = at;
            while (end < owners.length && owners[end] == owners[at]) {
                end++;
            }
            return end;
        }
    }

    @Property(tries = 1500, seed = "4711")
    void reassemblerAgreesWithAMapOfBytes(@ForAll OverlapBehaviour policy, @ForAll("fragments") List<Piece> fragments) {
        Reassembler reassembler = new Reassembler(policy, 1_000_000, 4, 70_000);
        ByteMap model = new ByteMap(policy);
        for (int i = 0; i < fragments.size(); i++) {
            Piece piece = fragments.get(i);
            byte[] payload = new byte[piece.bytes];
            Arrays.fill(payload, (byte) i);
            int[] expected = model.add(i, piece);
            byte[] got = reassembler.add(ReassemblerTest.fragment(1, piece.from, piece.isMore, payload), i);
            int[] owners = got == null ? null : new int[got.length - 20];
            for (int k = 0; owners != null && k < owners.length; k++) {
                owners[k] = got[20 + k];
            }
            assertArrayEquals(expected, owners);
            if (expected != null) {
                return;
            }
        }
    }

    @Provide
    Arbitrary<List<Piece>> fragments() {
        Arbitrary<Integer> offsets = Arbitraries.integers().between(0, 12);
        Arbitrary<Piece> inner = Combinators.combine(
                        offsets, Arbitraries.integers().between(1, 6))
                .as((offset, length) -> new Piece(8 * offset, 8 * length, true));
        Arbitrary<Piece> last = Combinators.combine(
                        Arbitraries.integers().between(8, 14),
                        Arbitraries.integers().between(1, 40))
                .as((offset, bytes) -> new Piece(8 * offset, bytes, false));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(8, inner), net.jqwik.api.Tuple.of(1, last))
                .list()
                .ofMinSize(3)
                .ofMaxSize(40);
    }
}
