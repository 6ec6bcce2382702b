/**
 * Compares what is declared with the tables that are there, before anything is deleted in them: a
 * declaration can be well formed and still name an index that nobody made.
 */
@NullMarked
package expunge.local.tables;

import org.jspecify.annotations.NullMarked;
