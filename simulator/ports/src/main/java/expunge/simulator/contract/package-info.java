/**
 * What each port promises, as tests: extended once by the port in memory and once by the adapter.
 * They use fresh ids and keys, so that the store under test need not be empty.
 */
@NullMarked
package expunge.simulator.contract;

import org.jspecify.annotations.NullMarked;
