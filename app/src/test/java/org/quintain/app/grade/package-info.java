/** Tests of grading a folder. */
package org.quintain.app.grade;
