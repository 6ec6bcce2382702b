/**
 * The use cases on ports in memory: whole files from their arrival to the end of their task, and
 * what becomes of them when calls are repeated, come late, fail or never return.
 */
@NullMarked
package expunge.simulator.usecase;

import org.jspecify.annotations.NullMarked;
