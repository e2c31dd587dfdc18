package org.quintain.app.docs.outside;

import java.util.List;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;

// tag::catalog[]
/** Named in META-INF/services/org.quintain.core.Catalog of the jar. */
public final class AcmeLabs implements Catalog {
    @Override
    public List<Lab<?, ?>> labs() {
        return List.of(new RepeatedByteLab());
    }
}
// end::catalog[]
