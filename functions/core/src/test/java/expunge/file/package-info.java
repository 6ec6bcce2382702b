/**
 * Tries to break the reading of files: malformed, cut in odd places, too large, in other encodings.
 */
@NullMarked
package expunge.file;

import org.jspecify.annotations.NullMarked;
