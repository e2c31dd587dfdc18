package org.quintain.core;

/**
 * What one criterion gave, and why.
 *
 * @param criterion the criterion's id
 * @param earned points, 0 to the criterion's points
 * @param why the reason; its words stand under Verdicts in the lab's briefs
 */
@Stable
public record Mark(String criterion, int earned, Message why) {}
