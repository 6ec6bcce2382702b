/** The whole system, used as people use it, on each backend that there is. */
@NullMarked
package expunge.local.endtoend;

import org.jspecify.annotations.NullMarked;
