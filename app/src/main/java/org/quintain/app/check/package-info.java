/**
 * Checking hand-ins where a checker that loops, eats memory or ends its process cannot take the grading with it.
 *
 * <p>{@link org.quintain.app.check.Checks} takes entries and promises rows. {@link
 * org.quintain.app.check.WatchedChecks} has them judged by child processes ({@link org.quintain.app.check.CheckProcess})
 * that a watchdog stops and restarts.
 */
package org.quintain.app.check;
