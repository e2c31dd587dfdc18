package org.quintain.core.contract;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.quintain.core.Language;
import org.quintain.core.Stable;

/** A list of reference attacks, found by {@link ServiceLoader}; only instructors and researchers have one. */
@Stable
public interface References {
    /**
     * The attacks.
     *
     * @return each once, in an order fit for reading
     */
    List<Reference<?, ?>> all();

    /**
     * The text for instructors that belongs to an attack.
     *
     * @param reference one of {@link #all()}
     * @param language which language
     * @return Markdown, or empty if there is none
     */
    Optional<String> debrief(Reference<?, ?> reference, Language language);
}
