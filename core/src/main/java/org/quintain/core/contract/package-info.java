/** The contract of every lab, and what a lab's author supplies to have it checked. */
package org.quintain.core.contract;
