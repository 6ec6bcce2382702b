/**
 * What nobody rang for: files whose event was lost, tasks that do not move, bells that were lost.
 * Runs on a schedule, mends what it finds, and may run twice or at once with everything else.
 */
@NullMarked
package expunge.repair;

import org.jspecify.annotations.NullMarked;
