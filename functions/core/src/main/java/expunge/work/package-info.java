/**
 * What workers do whatever the kind of their task: doorbells are answered, batches leased, given
 * back and committed, tasks rung, closed and finished. Everything here may be repeated, interrupted
 * or done by two at once: the records decide who wins.
 */
@NullMarked
package expunge.work;

import org.jspecify.annotations.NullMarked;
