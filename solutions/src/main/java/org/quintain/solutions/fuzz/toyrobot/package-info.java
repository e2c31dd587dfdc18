/** Jams the toy robot systematically: one promise of its manual after the other, in at most 200 commands. */
package org.quintain.solutions.fuzz.toyrobot;
