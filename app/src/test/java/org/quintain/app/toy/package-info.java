/** Small labs for the tests of the command line. */
package org.quintain.app.toy;
