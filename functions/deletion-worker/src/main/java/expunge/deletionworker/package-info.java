/**
 * The function behind the deletion queue: messages are translated into doorbells, the rest is
 * core's {@link expunge.work.Worker}.
 */
@NullMarked
package expunge.deletionworker;

import org.jspecify.annotations.NullMarked;
