/** Plays the traces of the protocol, with their rule and without it. */
@NullMarked
package expunge.simulator.trace;

import org.jspecify.annotations.NullMarked;
