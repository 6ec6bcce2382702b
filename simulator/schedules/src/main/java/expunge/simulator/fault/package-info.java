/**
 * What can go wrong: kinds of fault, the calls that they meet, and how often in one seed. A seed
 * switches on some kinds at some rates, so that rare combinations come up in some seeds often.
 */
@NullMarked
package expunge.simulator.fault;

import org.jspecify.annotations.NullMarked;
