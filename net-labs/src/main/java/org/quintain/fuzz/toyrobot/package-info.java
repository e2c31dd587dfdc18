/**
 * A toy robot that two lists of commands jam: falls to whoever tries systematically and reads the manual (Miller,
 * Fredriksen, So, CACM 33(12), 1990; Zeller, Hildebrandt, IEEE TSE 28(2), 2002).
 */
package org.quintain.fuzz.toyrobot;
