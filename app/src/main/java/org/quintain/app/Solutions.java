package org.quintain.app;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.quintain.core.Language;
import org.quintain.core.contract.Reference;
import org.quintain.core.contract.References;

/**
 * The reference attacks and debriefs on the class path: instructors have some, learners have none.
 *
 * @param all every list that was found, may be empty
 */
public record Solutions(List<References> all) {
    /** Copies the lists. */
    public Solutions {
        all = List.copyOf(all);
    }

    public static Solutions installed() {
        return new Solutions(ServiceLoader.load(References.class, Solutions.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /**
     * All reference attacks.
     *
     * @return in the lists' order
     */
    public List<Reference<?, ?>> attacks() {
        return all.stream()
                .<Reference<?, ?>>flatMap(references -> references.all().stream())
                .toList();
    }

    /**
     * The reference attack on a lab.
     *
     * @param labId the lab's id
     * @return the attack, or empty if none is on the class path
     */
    public Optional<Reference<?, ?>> attack(String labId) {
        return attacks().stream().filter(attack -> isOn(attack, labId)).findFirst();
    }

    /**
     * The text for instructors that belongs to a lab.
     *
     * @param labId the lab's id
     * @param language which language
     * @return Markdown, or empty if none is on the class path
     */
    public Optional<String> debrief(String labId, Language language) {
        return all.stream()
                .flatMap(references -> references.all().stream()
                        .filter(attack -> isOn(attack, labId))
                        .flatMap(attack -> references.debrief(attack, language).stream()))
                .findFirst();
    }

    /**
     * Whether this is a learner's copy.
     *
     * @return true if there is no list of attacks on the class path
     */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    private static boolean isOn(Reference<?, ?> attack, String labId) {
        return attack.lab().card().id().equals(labId);
    }
}
