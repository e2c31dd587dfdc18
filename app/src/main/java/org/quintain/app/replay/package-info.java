/**
 * What happened on the simulated network of a hand-in, as a page and as captures.
 *
 * <p>{@link org.quintain.app.replay.Replays} has a hand-in judged once more by the ordinary grader while its networks are
 * recorded; {@link org.quintain.app.replay.ReplayFiles} writes what came of it.
 */
package org.quintain.app.replay;
