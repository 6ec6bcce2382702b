/**
 * Deletions of a few profiles, for somebody who waits. Each writes a small file and is a task as
 * any other, carried out by the same functions, so that it is counted and mended as they are; the
 * caller is told the outcomes if they come in time, and where to look if they do not.
 */
@NullMarked
package expunge.direct;

import org.jspecify.annotations.NullMarked;
