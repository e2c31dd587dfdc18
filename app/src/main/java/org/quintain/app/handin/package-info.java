/** Hand-ins as they arrive: folders, archives, JSON lines, class tables and plain answer sheets become entries for the grader. */
package org.quintain.app.handin;
