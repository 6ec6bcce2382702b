/**
 * What a seed's world looks like before anything happens: files with their ugly rows, the profiles
 * that are there, and how large and patient the platform is.
 */
@NullMarked
package expunge.simulator.scenario;

import org.jspecify.annotations.NullMarked;
