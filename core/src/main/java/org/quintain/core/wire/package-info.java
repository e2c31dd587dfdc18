/**
 * From typed records to JSON and back: strict reading with limits, wire forms derived from the declared types.
 *
 * <p>A parsed document is a tree of plain values: {@code Map<String, Object>} (in the document's order),
 * {@code List<Object>}, {@code String}, {@code Long} or {@code BigInteger}, {@code Boolean}, and {@link
 * org.quintain.core.wire.Json#NULL}.
 */
package org.quintain.core.wire;
