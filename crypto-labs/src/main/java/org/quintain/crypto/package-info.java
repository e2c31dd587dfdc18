/** Labs about ciphers and protocols that are used wrongly. */
package org.quintain.crypto;
