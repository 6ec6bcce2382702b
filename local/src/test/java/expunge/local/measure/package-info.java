/**
 * Small programs that the scripts in {@code benchmarks} run in processes of their own, so that each
 * part is measured with a heap of its own. They find the system as any client does: in the
 * environment that {@code ./expunge local} writes.
 */
@NullMarked
package expunge.local.measure;

import org.jspecify.annotations.NullMarked;
