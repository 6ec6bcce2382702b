/**
 * What became of the rows: one outcome each, counted. The counts of a batch and of a task are the
 * same type, because the second is nothing but the sum of the first.
 */
@NullMarked
package expunge.balance;

import org.jspecify.annotations.NullMarked;
