package io.github.extendclient.testing.internal.document;

import com.sun.management.ThreadMXBean;
import io.github.extendclient.testing.internal.document.RunFailedException.Reason;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Holds the limits of the work on one document. The thread that works on it calls {@link #check}
 * and {@link #beginStep} at each step; the thread that waits for the result may call {@link #stop}
 * at any time.
 */
public final class Budget {
  /** Reading the time takes longer than reading a byte, so most checks skip it. */
  private static final int CHECK_EVERY = 64;

  private static final @Nullable ThreadMXBean ALLOCATION =
      ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
              && threads.isThreadAllocatedMemorySupported()
          ? threads
          : null;

  private final DocumentLimits limits;
  private volatile long deadline;
  private volatile boolean exempt;
  private volatile boolean stopped;
  private int checks;
  private long characters;
  private long stepBegan;

  /** A budget that starts now. */
  Budget(DocumentLimits limits) {
    this.limits = limits;
    this.deadline = System.nanoTime() + limits.time().toNanos();
    begin();
  }

  /** Checks the time and the memory of the step. */
  public void check() {
    if (stopped || !exempt && remainingNanos() <= 0) {
      throw timeExceeded();
    }
    if (allocated() - stepBegan > DocumentLimits.DECOMPRESSED_BYTES) {
      throw new LimitExceededException(
          Reason.CORRUPT_FILE,
          "A part of the file decompresses to more than "
              + (DocumentLimits.DECOMPRESSED_BYTES >> 20)
              + " MiB, which is the limit of the embedded server.");
    }
  }

  /** The same, cheap enough to call for each byte. */
  public void checkNowAndThen() {
    if (++checks % CHECK_EVERY == 0) {
      check();
    }
  }

  /** Checks, and starts to count the memory of the next step. */
  public void beginStep() {
    check();
    begin();
  }

  /** Starts to count the memory of the calling thread. */
  void begin() {
    stepBegan = allocated();
  }

  /**
   * Checks the depth of nesting.
   *
   * @param what in the plural, such as {@code forms}
   */
  void checkDepth(int depth, String what) {
    if (depth > DocumentLimits.DEPTH) {
      throw new LimitExceededException(
          Reason.CORRUPT_FILE,
          "The PDF nests "
              + what
              + " deeper than "
              + DocumentLimits.DEPTH
              + " levels, which is the limit of the embedded server.");
    }
  }

  /** Counts text that is kept in memory. */
  void addCharacters(int count) {
    characters += count;
    if (characters > DocumentLimits.CHARACTERS) {
      throw new LimitExceededException(
          Reason.FILE_SIZE_TOO_LARGE,
          "The file has more than "
              + DocumentLimits.CHARACTERS
              + " characters of text, which is the limit of the embedded server.");
    }
  }

  void checkPages(int pages) {
    if (pages > DocumentLimits.PAGES) {
      throw new LimitExceededException(
          Reason.FILE_SIZE_TOO_LARGE,
          "The PDF has more than "
              + DocumentLimits.PAGES
              + " pages, which is the limit of the embedded server.");
    }
  }

  /** Does work that only the first document of a JVM waits for; its time does not count. */
  void exempt(Runnable once) {
    long start = System.nanoTime();
    exempt = true;
    try {
      once.run();
    } finally {
      deadline += System.nanoTime() - start;
      exempt = false;
      begin();
    }
  }

  /** Makes the work end at its next step. */
  void stop() {
    stopped = true;
  }

  /** The time that is left; more than zero while work does not count. */
  long remainingNanos() {
    long remaining = deadline - System.nanoTime();
    return exempt ? Math.max(remaining, Duration.ofMillis(10).toNanos()) : remaining;
  }

  LimitExceededException timeExceeded() {
    return new LimitExceededException(
        Reason.CORRUPT_FILE,
        "Reading the file takes longer than "
            + limits.time().toMillis()
            + " ms, the limit of the embedded server; documentTimeout of its builder sets"
            + " another.");
  }

  private static long allocated() {
    return ALLOCATION == null ? 0 : ALLOCATION.getCurrentThreadAllocatedBytes();
  }
}
