package org.quintain.net.sim.dns;

import java.util.function.Supplier;
import org.quintain.core.derive.Noise;
import org.quintain.net.sim.host.Host;

/** An asker's own chance, made when it is first needed: no other program of the host has a share in it. */
final class Chance implements Supplier<Noise> {
    private final Host host;
    private final String use;
    private Noise noise;

    Chance(Host host, String use) {
        this.host = host;
        this.use = use;
    }

    @Override
    public Noise get() {
        if (noise == null) {
            noise = host.network().noise(use + host.name());
        }
        return noise;
    }
}
