/**
 * The function that runs on a schedule, and on dead letters: rounds of core's {@link
 * expunge.repair.Repair}, and answers of {@link expunge.work.DeadLetters}.
 */
@NullMarked
package expunge.housekeeping;

import org.jspecify.annotations.NullMarked;
