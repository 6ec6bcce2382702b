package expunge.local.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** How much of its heap this process has used at most, garbage included. */
final class PeakHeap {
  private static final long MIB = 1 << 20;

  private PeakHeap() {}

  /** The peaks of all pools together: never less than the real peak, as they differ in time. */
  static long mebibytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(peak -> peak.getUsed())
            .sum()
        / MIB;
  }

  /** What the process may use at most. */
  static long limitInMebibytes() {
    return Runtime.getRuntime().maxMemory() / MIB;
  }
}
