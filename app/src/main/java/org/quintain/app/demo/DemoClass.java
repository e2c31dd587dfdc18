package org.quintain.app.demo;

import java.util.ArrayList;
import java.util.List;
import org.quintain.core.grade.Learner;

/** A made-up class: people who do what people do. */
public final class DemoClass {
    /** The fewest people that every role has somebody for. */
    public static final int MIN = 8;

    /** The most people. */
    public static final int MAX = 200;

    /** What somebody does. */
    public enum Role {
        /** Attacks the own instance and hands in what came out. */
        HONEST,
        /** Writes a neighbour's answers into the own file. */
        COPIES_ANSWERS,
        /** Hands in a neighbour's whole file. */
        COPIES_FILE,
        /** Is wrong by a little. */
        NEAR_MISS,
        /** Hands in nothing filled in. */
        EMPTY,
        /** Tries to get points, or into the teacher's computer, through the file. */
        HOSTILE,
        /** Never hands in. */
        ABSENT
    }

    /**
     * Somebody.
     *
     * @param learner as on the roster
     * @param role what they do
     */
    public record Person(Learner learner, Role role) {}

    private static final List<Person> CAST = List.of(
            person("élodie", "Élodie Marchand", "fr", Role.HONEST),
            person("Zoë", "Zoë Whitfield", "en", Role.HONEST),
            person("Jean-Baptiste", "Jean-Baptiste Lefèvre", "fr", Role.COPIES_ANSWERS),
            person("Maëlys", "Maëlys Garnier", "fr", Role.COPIES_FILE),
            person("Oscar", "Oscar Pemberton", "en", Role.NEAR_MISS),
            person("Inès", "Inès Caradec", "fr", Role.EMPTY),
            person("Rémi", "Rémi Tessier", "fr", Role.HOSTILE),
            person("Noémie Le Goff", "Noémie Le Goff", "fr", Role.ABSENT),
            person("Siobhán O’Brien", "Siobhán O’Brien", "en", Role.HONEST),
            person("Łukasz", "Łukasz Nowicki", "en", Role.HONEST),
            person("Ana", "Ana Solís", "en", Role.HONEST),
            person("ana", "Anaïs Thévenet", "fr", Role.HONEST));

    private static final List<String> MORE = List.of(
            "Agnès", "Basil", "Chloé", "Dermot", "Étienne", "Freya", "Gaël", "Hélène", "Imogen", "Joël", "Keir", "Léa");

    private DemoClass() {}

    private static Person person(String id, String name, String locale, Role role) {
        return new Person(new Learner(id, name, "", role == Role.HONEST ? "A" : "B", locale), role);
    }

    /**
     * A class.
     *
     * @param size {@link #MIN} to {@link #MAX}
     * @return the people, in the order of the roster
     */
    public static List<Person> of(int size) {
        List<Person> people = new ArrayList<>(CAST.subList(0, Math.min(size, CAST.size())));
        for (int i = CAST.size(); i < size; i++) {
            String name = MORE.get(i % MORE.size()) + " " + (i + 1);
            people.add(person(name, name, i % 2 == 0 ? "fr" : "en", Role.HONEST));
        }
        return people;
    }

    /**
     * The roster as a teacher would keep it.
     *
     * @param people the class
     * @return CSV
     */
    public static String roster(List<Person> people) {
        StringBuilder csv = new StringBuilder("learner,name,email,group,locale\r\n");
        for (Person person : people) {
            Learner learner = person.learner();
            csv.append(learner.id())
                    .append(',')
                    .append(learner.name())
                    .append(",,")
                    .append(learner.group())
                    .append(',')
                    .append(learner.locale())
                    .append("\r\n");
        }
        return csv.toString();
    }
}
