/**
 * Every schedule of a small scope, where seeds only try some: a fixed scenario on the same engine,
 * with the real handlers and the same judge, and in place of dice a list of decisions that is
 * varied at every point at which one is asked for.
 */
@NullMarked
package expunge.simulator.exhaustive;

import org.jspecify.annotations.NullMarked;
