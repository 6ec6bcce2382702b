/**
 * Runs worlds: one seed, many seeds on all cores with their figures, and the same seed again with
 * fewer and fewer faults until only those are left that break a promise.
 */
@NullMarked
package expunge.simulator.run;

import org.jspecify.annotations.NullMarked;
