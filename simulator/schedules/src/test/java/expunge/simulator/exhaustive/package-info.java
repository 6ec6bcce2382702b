/** Holds the search to its word: no promise broken, no schedule left out, no bug missed. */
@NullMarked
package expunge.simulator.exhaustive;

import org.jspecify.annotations.NullMarked;
