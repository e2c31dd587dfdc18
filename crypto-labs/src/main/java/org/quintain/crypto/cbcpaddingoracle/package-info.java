/**
 * AES in CBC mode whose receiver says whether the padding was right: every message falls to whoever may ask often
 * enough, 256 questions a byte at most. Source: Serge Vaudenay, "Security Flaws Induced by CBC Padding", EUROCRYPT
 * 2002, section 3.
 */
package org.quintain.crypto.cbcpaddingoracle;
