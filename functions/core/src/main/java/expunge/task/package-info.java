/**
 * A requested bulk operation from its file to its balance: the record, its states, the store that
 * keeps both, and the doorbells that send workers to look at it.
 */
@NullMarked
package expunge.task;

import org.jspecify.annotations.NullMarked;
