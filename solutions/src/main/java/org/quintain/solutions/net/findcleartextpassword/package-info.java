/** The reference attack on {@code net.find-cleartext-password}, with its debriefs. */
package org.quintain.solutions.net.findcleartextpassword;
