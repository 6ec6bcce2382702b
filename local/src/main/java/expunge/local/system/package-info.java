/**
 * The whole system in one process: emulators or another backend, what stands in them, the
 * functions, and what AWS does around functions.
 */
@NullMarked
package expunge.local.system;

import org.jspecify.annotations.NullMarked;
