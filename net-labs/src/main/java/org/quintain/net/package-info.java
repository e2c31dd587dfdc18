/** Labs about crafted packets on a simulated network. */
package org.quintain.net;
