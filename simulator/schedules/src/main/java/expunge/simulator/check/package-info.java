/**
 * The judge. It knows the bytes of the files, the profiles that were there, what other writers did,
 * and the tables as they are seen and as they end; of the code that it judges it shares nothing,
 * not even the reading of CSV.
 */
@NullMarked
package expunge.simulator.check;

import org.jspecify.annotations.NullMarked;
