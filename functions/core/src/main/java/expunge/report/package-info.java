/**
 * What people get to read: the report with one line per row, and the note beside a dropped file
 * that says what became of it.
 */
@NullMarked
package expunge.report;

import org.jspecify.annotations.NullMarked;
