/** Answers as people type them: what a field wants, in words, and what was typed, as the tree that its shape reads. */
package org.quintain.app.forms;
