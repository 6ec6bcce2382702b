/**
 * Deletions of whoever meets a criterion: a preview that counts them and shows a few, and a task
 * whose keys a worker looks for and writes down, and that then waits for its confirmation.
 */
@NullMarked
package expunge.targeting;

import org.jspecify.annotations.NullMarked;
