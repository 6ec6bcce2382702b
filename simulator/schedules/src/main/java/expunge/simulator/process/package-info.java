/**
 * The inside of a process: what it calls takes time, may go wrong, and has its effect at one
 * instant; after its death nothing that it does has any effect. The code under test sees the ports
 * of core and notices nothing.
 */
@NullMarked
package expunge.simulator.process;

import org.jspecify.annotations.NullMarked;
