package org.quintain.core.serve;

/**
 * One call of a served session and its reply.
 *
 * @param call the line that came in
 * @param reply the line that went out
 */
public record Exchange(String call, String reply) {}
