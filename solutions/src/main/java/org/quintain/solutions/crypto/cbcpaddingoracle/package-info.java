/** Reads a CBC-encrypted message from a receiver that tells right padding from wrong (Vaudenay 2002). */
package org.quintain.solutions.crypto.cbcpaddingoracle;
