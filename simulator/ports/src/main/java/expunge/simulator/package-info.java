/**
 * What tests of every module stand on: ports in memory, the contracts that hold each implementation
 * of a port to its word, and samples of the records.
 */
@NullMarked
package expunge.simulator;

import org.jspecify.annotations.NullMarked;
