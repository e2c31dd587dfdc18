/** Jams the toy robot systematically: one promise of its manual after the other, in 88 commands on average. */
package org.quintain.solutions.fuzz.toyrobot;
