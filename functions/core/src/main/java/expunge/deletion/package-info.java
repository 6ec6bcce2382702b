/**
 * A batch becomes a plan, deletions and a commit; a task is rung, closed and finished. Everything
 * here may be repeated, interrupted or done by two at once: the records decide who wins.
 */
@NullMarked
package expunge.deletion;

import org.jspecify.annotations.NullMarked;
