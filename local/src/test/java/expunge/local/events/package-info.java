/**
 * What other systems are told: the template's pipe, held against the records that our own writes
 * leave in the stream of the tasks table. The pipe is AWS's; here a small reading of its filter and
 * its input template stands for it.
 */
@NullMarked
package expunge.local.events;

import org.jspecify.annotations.NullMarked;
