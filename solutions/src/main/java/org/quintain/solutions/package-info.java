/** Reference attacks and debriefs. */
package org.quintain.solutions;
