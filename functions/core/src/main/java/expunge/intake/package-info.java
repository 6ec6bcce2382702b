/**
 * An uploaded file becomes a task with batches: read once, checked row by row, cut on record
 * boundaries. No bell rings before the whole file is accepted. Intake may die anywhere and simply
 * run again.
 */
@NullMarked
package expunge.intake;

import org.jspecify.annotations.NullMarked;
