package org.quintain.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What there is to know about a lab before it is opened: numbers and ids only, the words stand in its briefs.
 *
 * @param id track and name, for example {@code crypto.cbc-padding-oracle}
 * @param contentVersion 1 or more; rises when the issue or the meaning of an answer changes, never for wording
 * @param assurance what a mark rests on
 * @param criteria what a checker looks at, at least one
 * @param parameters what can be set
 * @param budget what a run may use
 * @param levels whom it is for, the primary level first
 * @param minutes working time of a typical learner of the primary level
 * @param prerequisites ids of labs that come before
 * @param sources where attack and defence are described: authors, title, venue, year
 * @param tags words to search by
 * @param contractSeats the most seats that the contract opens in a normal build, for labs whose attack is dear
 */
@Stable
public record LabCard(
        String id,
        int contentVersion,
        Assurance assurance,
        List<Criterion> criteria,
        List<Param<?>> parameters,
        Budget budget,
        List<Level> levels,
        int minutes,
        List<String> prerequisites,
        List<String> sources,
        List<String> tags,
        int contractSeats) {

    /** Checks the values. */
    public LabCard {
        if (!id.matches("[a-z0-9]+\\.[a-z0-9]+(-[a-z0-9]+)*") || id.length() > 64) {
            throw new IllegalArgumentException("track.lower-case-words wanted: id=" + id);
        }
        criteria = List.copyOf(criteria);
        parameters = List.copyOf(parameters);
        levels = List.copyOf(levels);
        prerequisites = List.copyOf(prerequisites);
        sources = List.copyOf(sources);
        tags = List.copyOf(tags);
        if (contentVersion < 1
                || criteria.isEmpty()
                || levels.isEmpty()
                || sources.isEmpty()
                || minutes < 1
                || contractSeats < 1) {
            throw new IllegalArgumentException(
                    "card with version, criteria, levels, minutes and sources wanted: id=" + id);
        }
        refuseRepeats(id, criteria.stream().map(Criterion::id).toList());
        refuseRepeats(id, parameters.stream().<String>map(Param::name).toList());
    }

    /**
     * Begins a card.
     *
     * @param id track and name
     * @param contentVersion 1 or more
     * @return a builder with the defaults: handout only, unlimited target, 45 minutes
     */
    public static Builder of(String id, int contentVersion) {
        return new Builder(id, contentVersion);
    }

    /**
     * The first part of the id.
     *
     * @return for example {@code crypto}
     */
    public String track() {
        return id.substring(0, id.indexOf('.'));
    }

    /**
     * The points to be had in all.
     *
     * @return the sum over the criteria
     */
    public int maxPoints() {
        return criteria.stream().mapToInt(Criterion::points).sum();
    }

    /**
     * A criterion by its id.
     *
     * @param criterionId its id
     * @return the criterion
     * @throws IllegalArgumentException if the card has none of that id
     */
    public Criterion criterion(String criterionId) {
        return criteria.stream()
                .filter(c -> c.id().equals(criterionId))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("a criterion of " + id + " wanted: criterion=" + criterionId));
    }

    /**
     * Whether this lab has a hardened twin.
     *
     * @return true if {@link Param#HARDENED} is among the parameters
     */
    public boolean hasHardenedTwin() {
        return parameters.contains(Param.HARDENED);
    }

    /**
     * Starts a verdict.
     *
     * @return a marking without marks
     */
    public Marking marking() {
        return new Marking(this);
    }

    private static void refuseRepeats(String id, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("names once each wanted: card=" + id + " name=" + name);
            }
        }
    }

    /** Builds a card; each method returns this builder. */
    public static final class Builder {
        private final String id;
        private final int contentVersion;
        private final List<Criterion> criteria = new ArrayList<>();
        private final List<Param<?>> parameters = new ArrayList<>();
        private Assurance assurance = Assurance.HANDOUT_ONLY;
        private Budget budget = Budget.unlimited();
        private List<Level> levels = List.of();
        private int minutes = 45;
        private List<String> prerequisites = List.of();
        private List<String> sources = List.of();
        private List<String> tags = List.of();
        private int contractSeats = 1 << 20;

        private Builder(String id, int contentVersion) {
            this.id = id;
            this.contentVersion = contentVersion;
        }

        /**
         * What a mark rests on.
         *
         * @param value the assurance
         * @return this
         */
        public Builder assurance(Assurance value) {
            assurance = value;
            return this;
        }

        /**
         * Adds a criterion.
         *
         * @param criterionId lower-case words joined by hyphens
         * @param points what it is worth
         * @param answerSpaceBits see {@link Criterion#answerSpaceBits()}
         * @return this
         */
        public Builder criterion(String criterionId, int points, int answerSpaceBits) {
            criteria.add(new Criterion(criterionId, points, answerSpaceBits));
            return this;
        }

        /**
         * Adds a parameter.
         *
         * @param param the parameter
         * @return this
         */
        public Builder parameter(Param<?> param) {
            parameters.add(param);
            return this;
        }

        /**
         * What a run may use.
         *
         * @param value the budget
         * @return this
         */
        public Builder budget(Budget value) {
            budget = value;
            return this;
        }

        /**
         * Whom it is for.
         *
         * @param values the primary level first
         * @return this
         */
        public Builder levels(Level... values) {
            levels = List.of(values);
            return this;
        }

        /**
         * Working time.
         *
         * @param value minutes that a typical learner needs
         * @return this
         */
        public Builder minutes(int value) {
            minutes = value;
            return this;
        }

        /**
         * Labs that come before.
         *
         * @param labIds their ids
         * @return this
         */
        public Builder prerequisites(String... labIds) {
            prerequisites = List.of(labIds);
            return this;
        }

        /**
         * Where attack and defence are described.
         *
         * @param values authors, title, venue, year, section; RFC and section
         * @return this
         */
        public Builder sources(String... values) {
            sources = List.of(values);
            return this;
        }

        /**
         * Words to search by.
         *
         * @param values lower-case words
         * @return this
         */
        public Builder tags(String... values) {
            tags = List.of(values);
            return this;
        }

        /**
         * Limits the seats that the contract opens in a normal build.
         *
         * @param value 1 or more
         * @return this
         */
        public Builder contractSeats(int value) {
            contractSeats = value;
            return this;
        }

        /**
         * The card.
         *
         * @return the finished card
         * @throws IllegalArgumentException if something is missing or repeated
         */
        public LabCard build() {
            return new LabCard(
                    id,
                    contentVersion,
                    assurance,
                    criteria,
                    parameters,
                    budget,
                    levels,
                    minutes,
                    prerequisites,
                    sources,
                    tags,
                    contractSeats);
        }
    }
}
