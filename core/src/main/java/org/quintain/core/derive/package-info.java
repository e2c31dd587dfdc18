/**
 * Derivation: from a course key and a seat to every random choice of an instance, the same on every machine.
 *
 * <p>The rules are fixed and have test vectors; a change would be a new derivation version, see
 * {@code docs/versioning.md}.
 */
package org.quintain.core.derive;
