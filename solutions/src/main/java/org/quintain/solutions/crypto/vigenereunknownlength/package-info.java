/** Reading a Vigenère text without the key: first the key's length, then its letters column by column. */
package org.quintain.solutions.crypto.vigenereunknownlength;
