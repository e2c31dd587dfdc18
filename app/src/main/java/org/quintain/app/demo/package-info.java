/** The whole story in a minute: a class is made up, gets its labs, hands in, and is graded. */
package org.quintain.app.demo;
