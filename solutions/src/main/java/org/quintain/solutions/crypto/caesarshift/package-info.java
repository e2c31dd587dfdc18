/** Reads a Caesar cipher by letter frequencies and common short words, in English and French. */
package org.quintain.solutions.crypto.caesarshift;
