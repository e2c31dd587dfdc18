/**
 * The Vigenère cipher falls to anybody who finds the length of its key: every column is a Caesar cipher.
 *
 * <p>Sources: F. W. Kasiski, <i>Die Geheimschriften und die Dechiffrir-Kunst</i>, 1863; W. F. Friedman, <i>The Index of
 * Coincidence and Its Applications in Cryptography</i>, Riverbank Publication No. 22, 1922.
 */
package org.quintain.crypto.vigenereunknownlength;
