package io.github.extendclient.benchmarks.process;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** What this JVM has used so far. */
final class Memory {
  private Memory() {}

  /** Says {@code live} and {@code collecting}: megabytes after a collection, and seconds of it. */
  static void say() {
    double seconds =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum()
            / 1e3;
    System.out.println("live " + live() / 1e6);
    System.out.println("collecting " + seconds);
  }

  /** Threads that live. */
  static int threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  /** The most threads that lived at once. */
  static int mostThreads() {
    return ManagementFactory.getThreadMXBean().getPeakThreadCount();
  }

  /** Bytes of the heap that are in use after collections. */
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
