package org.quintain.net.dnskaminsky;

import java.util.function.Supplier;
import org.quintain.core.derive.Draw;
import org.quintain.core.derive.Noise;
import org.quintain.net.sim.dns.TransactionIdPolicy;

/**
 * Identifiers of few bits: {@code first + stride * r mod 65,536}, r drawn anew for each query, 0 to {@code count - 1}. With
 * stride 1 they lie in a window that may run over the end; with a greater one their low bits never change.
 *
 * @param first 0 to 65,535
 * @param stride a power of two; {@code stride * count} is at most 65,536
 * @param count how many there are, a power of two
 */
record DnsKaminskyIds(int first, int stride, int count) implements TransactionIdPolicy {
    static DnsKaminskyIds drawn(Draw draw, int bits) {
        return new DnsKaminskyIds(draw.below(0x1_0000), 1 << draw.below(17 - bits), 1 << bits);
    }

    @Override
    public Source open(Supplier<Noise> noise) {
        return () -> first + stride * noise.get().below(count) & 0xFFFF;
    }
}
