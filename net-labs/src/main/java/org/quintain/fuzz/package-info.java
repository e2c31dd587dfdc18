/** Protocol fuzzing against simulated servers. */
package org.quintain.fuzz;
