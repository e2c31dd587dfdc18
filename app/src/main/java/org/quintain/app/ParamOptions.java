package org.quintain.app;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quintain.core.LabCard;
import org.quintain.core.Param;
import org.quintain.core.RefusedException;
import picocli.CommandLine.Option;

/** {@code --param NAME=VALUE}, any number of times. */
public final class ParamOptions {
    @Option(names = "--param", paramLabel = "${bundle:label-param}", descriptionKey = "option-param")
    private List<String> given = new ArrayList<>();

    /**
     * What was given.
     *
     * @return names and wire values, not yet checked against a card
     * @throws Failure if one has no equals sign, or a name occurs twice
     */
    public SortedMap<String, String> values() {
        SortedMap<String, String> values = new TreeMap<>();
        for (String one : given) {
            int equals = one.indexOf('=');
            if (equals < 1) {
                throw Failure.usage("error-param-form", "found", one);
            }
            if (values.put(one.substring(0, equals), one.substring(equals + 1)) != null) {
                throw Failure.usage("error-twice", "name", "--param " + one.substring(0, equals));
            }
        }
        return values;
    }

    /**
     * What was given, checked against a lab.
     *
     * @param card the lab's card
     * @return names and wire values
     * @throws Failure for a name that the card does not declare, with the nearest ones
     * @throws RefusedException for a value outside its domain
     */
    public SortedMap<String, String> values(LabCard card) {
        SortedMap<String, String> values = values();
        List<String> known = card.parameters().stream().<String>map(Param::name).toList();
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw known.isEmpty()
                        ? Failure.usage("error-no-params", "lab", card.id(), "name", name)
                        : Failure.usage(
                                "error-param-name", "lab", card.id(), "name", name, "words", String.join(", ", known));
            }
        }
        return values;
    }
}
