/** Building a frame by hand: the reference way, and what an instructor needs. */
package org.quintain.solutions.net.buildframebyhand;
