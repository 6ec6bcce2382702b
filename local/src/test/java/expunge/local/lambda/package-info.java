/**
 * A function as Lambda runs it: its artifact, unpacked, in a process of its own under the real
 * runtime client, which asks a Runtime API for events. For tests and measurements, on Linux.
 */
@NullMarked
package expunge.local.lambda;

import org.jspecify.annotations.NullMarked;
