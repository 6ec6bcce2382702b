/** The command {@code ./expunge simulate}: its options, and what it prints. */
@NullMarked
package expunge.simulator.command;

import org.jspecify.annotations.NullMarked;
