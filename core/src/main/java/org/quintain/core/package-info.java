/**
 * The vocabulary of Quintain: what a lab is, what a learner gets, and what an outcome says.
 *
 * <p>A lab author implements {@link org.quintain.core.Lab}; a platform opens labs with
 * {@code Issuer} and grades with {@code Grader}.
 */
package org.quintain.core;
