/**
 * An inspecting gate falls to fragments that overlap: it reads one text, two boards behind it two others. One overlap policy
 * for all prevents it. Ptacek and Newsham 1998; U. Shankar and V. Paxson 2003; J. Novak 2005; RFC 791; RFC 5722.
 */
package org.quintain.net.ipfragmentoverlap;
