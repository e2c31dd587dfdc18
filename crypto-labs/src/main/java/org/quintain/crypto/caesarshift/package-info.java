/**
 * The Caesar cipher falls to anybody who tries its 25 shifts, or who counts letters.
 *
 * <p>Source: Suetonius, <i>De vita Caesarum</i>, Divus Iulius 56.6 (about AD 121).
 */
package org.quintain.crypto.caesarshift;
