/**
 * Files of which nobody knows what they say: made by a fuzzer that follows the readers' branches,
 * written to do harm, or taken from other people's test suites. Whatever they hold, intake and
 * worker read the same rows, or refuse the file before anything is deleted.
 */
@NullMarked
package expunge.simulator.files;

import org.jspecify.annotations.NullMarked;
