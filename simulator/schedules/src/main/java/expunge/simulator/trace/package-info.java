/**
 * The schedules that the protocol knows by name: for each rule the one that it prevents, as a short
 * list of events. With the rule switched off it breaks a promise, with the rule it does not.
 */
@NullMarked
package expunge.simulator.trace;

import org.jspecify.annotations.NullMarked;
