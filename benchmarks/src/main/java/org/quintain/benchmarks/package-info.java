/** Measurements, with the peers in the same run. */
package org.quintain.benchmarks;
