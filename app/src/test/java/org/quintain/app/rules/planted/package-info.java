/** Classes that break the rules of the house, so that the rules are seen to bite. */
package org.quintain.app.rules.planted;
