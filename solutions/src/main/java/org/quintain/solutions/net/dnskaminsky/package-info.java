/** Reference attack of {@code net.dns-kaminsky}: a race after the other until a forged referral hits. */
package org.quintain.solutions.net.dnskaminsky;
