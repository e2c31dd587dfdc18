/** The rules of the house, kept by reading the classes of all modules that are deployed. */
package org.quintain.app.rules;
