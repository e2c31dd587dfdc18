/** The words: briefs of labs, texts of core itself, and the cleaning of learners' text before it is shown. */
package org.quintain.core.text;
