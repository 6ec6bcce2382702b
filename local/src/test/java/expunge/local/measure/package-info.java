/**
 * Small programs that {@code benchmarks/whole-system} runs in processes of their own, so that each
 * part is measured with a heap of its own. They find the system as any client does: in the
 * environment that {@code ./expunge local} writes.
 */
@NullMarked
package expunge.local.measure;

import org.jspecify.annotations.NullMarked;
