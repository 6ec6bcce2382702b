/**
 * Deletions without a file: of the members of a segment, or of whoever meets a criterion. Whom they
 * mean is looked for once, and written down as the file of an ordinary task.
 */
@NullMarked
package expunge.selection;

import org.jspecify.annotations.NullMarked;
