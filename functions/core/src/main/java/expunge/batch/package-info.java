/**
 * A run of rows that is queued, repeated and committed as one: its byte range, its lease, its plan
 * and its commit. Batch records are the truth about a task; the queue only says where to look.
 */
@NullMarked
package expunge.batch;

import org.jspecify.annotations.NullMarked;
