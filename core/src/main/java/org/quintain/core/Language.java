package org.quintain.core;

import java.util.Locale;

/** The languages that every text of Quintain exists in. */
@Stable
public enum Language {
    /** English. */
    EN,
    /** French. */
    FR;

    /**
     * The language tag.
     *
     * @return {@code en} or {@code fr}
     */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The locale, for plain formatting.
     *
     * @return {@link Locale#ENGLISH} or {@link Locale#FRENCH}
     */
    public Locale locale() {
        return this == FR ? Locale.FRENCH : Locale.ENGLISH;
    }

    /**
     * The language of a tag such as {@code fr}, {@code fr-FR} or {@code fr_FR}.
     *
     * @param tag any text
     * @return French for a tag that begins with {@code fr} and ends there or goes on with a hyphen or underscore,
     *     English for everything else
     */
    public static Language ofTag(String tag) {
        String lower = tag.toLowerCase(Locale.ROOT);
        return lower.equals("fr") || lower.startsWith("fr-") || lower.startsWith("fr_") ? FR : EN;
    }
}
