package org.quintain.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;

/**
 * A literal list of labs: the table of contents of a module.
 *
 * <p>Modules announce theirs as a {@link ServiceLoader} service, and so does an outsider's jar.
 */
@Stable
@FunctionalInterface
public interface Catalog {
    /**
     * The labs.
     *
     * @return each once, in an order fit for reading
     */
    List<Lab<?, ?>> labs();

    /**
     * A lab by its id.
     *
     * @param id for example {@code crypto.caesar-shift}
     * @return the lab, or empty if there is none of that id
     */
    default Optional<Lab<?, ?>> find(String id) {
        return labs().stream().filter(lab -> lab.card().id().equals(id)).findFirst();
    }

    /**
     * A catalog of given labs.
     *
     * @param labs the labs
     * @return a catalog of them
     * @throws IllegalArgumentException if two have the same id
     */
    static Catalog of(List<? extends Lab<?, ?>> labs) {
        Set<String> ids = new TreeSet<>();
        for (Lab<?, ?> lab : labs) {
            if (!ids.add(lab.card().id())) {
                throw new IllegalArgumentException(
                        "labs with different ids wanted: id=" + lab.card().id());
            }
        }
        List<Lab<?, ?>> copy = List.copyOf(labs);
        return () -> copy;
    }

    /**
     * All catalogs on the class path as one, sorted by the labs' ids.
     *
     * @return every lab that a {@link ServiceLoader} finds
     * @throws IllegalArgumentException if two labs have the same id
     */
    static Catalog installed() {
        return installed(Catalog.class.getClassLoader());
    }

    /**
     * All catalogs that a class loader sees as one, sorted by the labs' ids.
     *
     * @param from where to look, for example a platform's plug-in loader
     * @return every lab that a {@link ServiceLoader} finds
     * @throws IllegalArgumentException if two labs have the same id
     */
    static Catalog installed(ClassLoader from) {
        List<Lab<?, ?>> all = new ArrayList<>();
        for (Catalog catalog : ServiceLoader.load(Catalog.class, from)) {
            all.addAll(catalog.labs());
        }
        all.sort(Comparator.comparing(lab -> lab.card().id()));
        return of(all);
    }
}
