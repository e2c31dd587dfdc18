/** Appends to a request whose MAC is a hash with the key in front, without the key (Preneel, van Oorschot 1995). */
package org.quintain.solutions.crypto.hashlengthextension;
