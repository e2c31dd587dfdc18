/** Issuing to a class: the roster, a safe folder for each learner, and the plan that grading reads. */
package org.quintain.app.issue;
