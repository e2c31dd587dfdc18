/**
 * The vocabulary of Quintain: what a lab is, what a learner gets, and what an outcome says.
 *
 * <p>A lab author implements {@link org.quintain.core.Lab}; a platform opens labs with
 * {@link org.quintain.core.serve.Issuer} and grades with {@link org.quintain.core.grade.Grader}.
 */
package org.quintain.core;
