/** The reference attack on {@code net.tcp-hijack}, with its debriefs. */
package org.quintain.solutions.net.tcphijack;
