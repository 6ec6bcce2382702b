/**
 * Tables as people have them, for the contracts and the random sequences to work on: what has to be
 * made and seen past the ports, and declarations with every name and shape that makes trouble.
 */
@NullMarked
package expunge.simulator.people;

import org.jspecify.annotations.NullMarked;
