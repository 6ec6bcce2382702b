/**
 * The bucket: files as they were dropped, and what Expunge writes beside them. An object is always
 * read in the version that was pinned when its task was made.
 */
@NullMarked
package expunge.object;

import org.jspecify.annotations.NullMarked;
