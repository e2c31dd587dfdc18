/**
 * Issuing and serving: open a learner's instance, call its targets over any transport, keep sealed evidence.
 *
 * <p>Embedding starts at {@link org.quintain.core.serve.Issuer}.
 */
package org.quintain.core.serve;
