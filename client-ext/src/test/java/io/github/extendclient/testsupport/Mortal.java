package io.github.extendclient.testsupport;

import io.github.extendclient.internal.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/**
 * A timeline that simulates a kill: after a number of reads of the time of day, each further read
 * throws. Each line of the journal, and each intention, reads it.
 */
public final class Mortal implements Timeline {
  /** The end of a process. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed() {
      super("killed");
    }
  }

  private final Timeline timeline;
  private final int lives;
  private int asked;

  public Mortal(Timeline timeline, int lives) {
    this.timeline = timeline;
    this.lives = lives;
  }

  @Override
  public long nanoTime() {
    return timeline.nanoTime();
  }

  @Override
  public Instant now() {
    if (asked++ >= lives) {
      throw new Killed();
    }
    return timeline.now();
  }

  @Override
  public boolean await(CountDownLatch ended, Duration wait) throws InterruptedException {
    return timeline.await(ended, wait);
  }

  @Override
  public Runnable schedule(Runnable task, Duration delay) {
    return timeline.schedule(task, delay);
  }
}
