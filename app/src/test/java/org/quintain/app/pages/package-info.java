/** What tests of pages share: a browser without a window, and the checks of accessibility that run in it. */
package org.quintain.app.pages;
