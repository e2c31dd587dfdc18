/** Grading a folder: which files are hand-ins, whose they are, and what is written about them. */
package org.quintain.app.grade;
