/** Hostile and unlucky hand-ins, read from {@code app/src/test/hostile}; see the README there. */
package org.quintain.app.hostile;
