/**
 * Holds the simulator to its word: the same seed, the same run; no promise broken; no bug missed.
 */
@NullMarked
package expunge.simulator.run;

import org.jspecify.annotations.NullMarked;
