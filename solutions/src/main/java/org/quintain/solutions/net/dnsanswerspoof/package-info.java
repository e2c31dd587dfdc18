/** The reference attack on {@code net.dns-answer-spoof}, with its debriefs. */
package org.quintain.solutions.net.dnsanswerspoof;
