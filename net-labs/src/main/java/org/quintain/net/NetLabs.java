package org.quintain.net;

import java.util.List;

/** The table of contents of this module. */
public final class NetLabs {
    private NetLabs() {}

    /**
     * The ids of the labs, in the order in which they are taught.
     *
     * @return a list, empty as long as there is no lab
     */
    public static List<String> ids() {
        return List.of();
    }
}
