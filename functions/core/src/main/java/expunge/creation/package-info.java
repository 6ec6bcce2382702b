/**
 * Makes tasks by a call. Such a task waits for its file, which its caller puts in the bucket by a
 * link for exactly that file; once it is read, the task waits for a confirmation.
 */
@NullMarked
package expunge.creation;

import org.jspecify.annotations.NullMarked;
