/**
 * Random sequences of calls, made from a seed and run step by step on two implementations of a
 * port: on the one in memory and on an adapter. They have to answer alike all the way, and to hold
 * the same in the end; where they don't, the sequence is shortened to what matters.
 */
@NullMarked
package expunge.simulator.sequence;

import org.jspecify.annotations.NullMarked;
