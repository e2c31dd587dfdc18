/**
 * Grading: from a hand-in to a row that says what it earned and why, and from rows to a gradebook.
 *
 * <p>Grading starts at {@link org.quintain.core.grade.Grader}.
 */
package org.quintain.core.grade;
