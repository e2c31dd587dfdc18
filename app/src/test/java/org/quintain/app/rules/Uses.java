package org.quintain.app.rules;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds uses of types and members by patterns. */
final class Uses extends ArchCondition<JavaClass> {
    private final List<String> patterns;

    /**
     * No use of what is named.
     *
     * @param patterns {@code java.net.} for all below a package, {@code java.io.File} for a type, {@code
     *     java.lang.System#nanoTime} for a member whatever its parameters, {@code java.lang.String#getBytes()} with them
     */
    Uses(String... patterns) {
        super("use none of " + List.of(patterns));
        this.patterns = List.of(patterns);
    }

    /** The patterns that a class meets. */
    Set<String> met(JavaClass type) {
        Set<String> met = new TreeSet<>();
        for (String pattern : patterns) {
            if (pattern.contains("#")) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    if (matches(access, pattern)) {
                        met.add(pattern);
                    }
                }
            } else if (type.getDirectDependenciesFromSelf().stream()
                    .map(dependency ->
                            dependency.getTargetClass().getBaseComponentType().getName())
                    .anyMatch(name -> pattern.endsWith(".")
                            ? name.startsWith(pattern)
                            : name.equals(pattern) || name.startsWith(pattern + "$"))) {
                met.add(pattern);
            }
        }
        return met;
    }

    private static boolean matches(JavaAccess<?> access, String pattern) {
        String member =
                access.getTargetOwner().getName() + "#" + access.getTarget().getName();
        if (!pattern.endsWith(")")) {
            return member.equals(pattern);
        }
        String full = access.getTarget().getFullName();
        return (member + full.substring(full.indexOf('(') < 0 ? full.length() : full.indexOf('('))).equals(pattern);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (String pattern : met(type)) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " uses " + pattern));
        }
    }
}
