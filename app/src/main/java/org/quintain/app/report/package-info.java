/** The report: one page of HTML that works without a network and without scripts. */
package org.quintain.app.report;
