/**
 * Bugs on purpose: each switches one rule of the protocol off, or is a mistake that is easily made.
 * The simulator has to find every one of them, or its silence about the real code would mean
 * nothing.
 */
@NullMarked
package expunge.simulator.bug;

import org.jspecify.annotations.NullMarked;
