package org.quintain.fuzz;

import java.util.List;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;

/** The protocol-fuzzing labs: a table of contents of this module. */
public final class FuzzLabs implements Catalog {
    private static final List<Lab<?, ?>> LABS = List.of();

    @Override
    public List<Lab<?, ?>> labs() {
        return LABS;
    }
}
