package org.quintain.core.contract;

import java.util.Map;
import org.quintain.core.Seat;
import org.quintain.core.Stable;

/**
 * An instance that random seats seldom meet and attacks often get wrong.
 *
 * @param why what is hard about it
 * @param seat whose instance, under the practice key; see {@link Seat#practice}
 * @param params wire forms of the parameters
 */
@Stable
public record HardSeat(String why, Seat seat, Map<String, String> params) {
    /** Copies the parameters. */
    public HardSeat {
        params = Map.copyOf(params);
    }
}
