/** Reference attack on {@code net.ip-fragment-overlap}. */
package org.quintain.solutions.net.ipfragmentoverlap;
