package org.quintain.fuzz;

import java.util.List;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.fuzz.toyrobot.ToyRobotLab;

/** The protocol-fuzzing labs: a table of contents of this module. */
public final class FuzzLabs implements Catalog {
    private static final List<Lab<?, ?>> LABS = List.of(new ToyRobotLab());

    @Override
    public List<Lab<?, ?>> labs() {
        return LABS;
    }
}
