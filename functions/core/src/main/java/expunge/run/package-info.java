/**
 * The one door to everything that makes a run differ from its repetition: time, waiting,
 * concurrency, ids and randomness. Whoever replaces the {@link expunge.run.Scheduler} decides every
 * schedule; that is what makes the simulator possible.
 */
@NullMarked
package expunge.run;

import org.jspecify.annotations.NullMarked;
