/** Reading within limits, and writing so that a kill half-way never leaves half a file under its final name. */
package org.quintain.app.files;
