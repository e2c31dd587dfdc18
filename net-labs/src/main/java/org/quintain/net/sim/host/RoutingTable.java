package org.quintain.net.sim.host;

import java.util.ArrayList;
import java.util.List;

/** Routes, longest prefixes first and among equal ones the oldest (RFC 1812 section 5.2.4.3). */
final class RoutingTable {
    private static final int MAX_ROUTES = 1024;

    private final List<Route> routes = new ArrayList<>(2);

    void add(Route route) {
        if (routes.size() == MAX_ROUTES) {
            throw new IllegalStateException("1024 routes or less wanted: routes=" + routes.size());
        }
        int at = 0;
        while (at < routes.size() && routes.get(at).prefixLength() >= route.prefixLength()) {
            at++;
        }
        routes.add(at, route);
    }

    Route find(int destination) {
        for (int i = 0; i < routes.size(); i++) {
            if (routes.get(i).matches(destination)) {
                return routes.get(i);
            }
        }
        return null;
    }

    List<Route> list() {
        return List.copyOf(routes);
    }
}
