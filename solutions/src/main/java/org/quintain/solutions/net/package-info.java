/** What the attacks on simulated networks share. */
package org.quintain.solutions.net;
