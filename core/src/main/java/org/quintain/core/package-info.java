/** The vocabulary of labs: issuing, serving and grading them. */
package org.quintain.core;
