/**
 * A resolver's cache falls to somebody who sees none of its questions and guesses their 16-bit identifiers, race after
 * race; random ports keep it. RFC 5452; D. Kaminsky, Black Hat USA 2008.
 */
package org.quintain.net.dnskaminsky;
