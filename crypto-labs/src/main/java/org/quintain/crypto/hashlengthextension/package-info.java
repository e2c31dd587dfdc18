/**
 * A MAC that is the hash of key and message: whoever holds one pair of message and MAC can append to the message and
 * compute the MAC of the whole, without the key. Source: Bart Preneel, Paul C. van Oorschot, "MDx-MAC and Building Fast
 * MACs from Hash Functions", CRYPTO 1995; Thai Duong, Juliano Rizzo, advisory MOCB-01, 2009.
 */
package org.quintain.crypto.hashlengthextension;
