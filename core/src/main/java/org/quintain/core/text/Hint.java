package org.quintain.core.text;

/**
 * A hint.
 *
 * @param number 1, 2, 3 …, taken in this order
 * @param cost points that taking it costs, 0 or more
 * @param text Markdown
 */
public record Hint(int number, int cost, String text) {}
