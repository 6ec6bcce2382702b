/**
 * Virtual time. Events lie on one timeline in an order that a seed decides; processes are fibers,
 * of which exactly one runs at a time, and a fiber gives its turn away only where something else is
 * due earlier. Nothing here looks at a clock or rolls dice.
 */
@NullMarked
package expunge.simulator.timeline;

import org.jspecify.annotations.NullMarked;
