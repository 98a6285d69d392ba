package io.github.extendclient.benchmarks.process;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** The memory and threads of this JVM. */
final class Memory {
  private Memory() {}

  /**
   * Prints {@code live}, the megabytes after a collection, and {@code collecting}, the seconds of
   * collections.
   */
  static void say() {
    double seconds =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum()
            / 1e3;
    System.out.println("live " + live() / 1e6);
    System.out.println("collecting " + seconds);
  }

  /** Returns the number of live threads. */
  static int threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  /** Returns the maximum number of live threads so far. */
  static int mostThreads() {
    return ManagementFactory.getThreadMXBean().getPeakThreadCount();
  }

  /** Returns the bytes of the heap in use after collections. */
  static long live() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      long used =
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getType() == MemoryType.HEAP)
              .map(MemoryPoolMXBean::getUsage)
              .mapToLong(usage -> usage.getUsed())
              .sum();
      least = Math.min(least, used);
    }
    return least;
  }
}
