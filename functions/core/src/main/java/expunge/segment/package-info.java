/**
 * Segments: named sets of profiles that somebody may have deleted as a whole. A segment is disabled
 * by the same write that makes the task of its deletion, so that nobody joins any more, and stays
 * so until somebody enables it.
 */
@NullMarked
package expunge.segment;

import org.jspecify.annotations.NullMarked;
