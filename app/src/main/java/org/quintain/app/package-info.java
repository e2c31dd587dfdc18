/** The command line. */
package org.quintain.app;
