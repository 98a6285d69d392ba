package io.github.extendclient.cli.shell;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Ends the command in order when the process is told to end, by Ctrl-C or SIGTERM, at any time
 * between the first line of the program and the last. {@link #stop} is called by a shutdown hook,
 * the other methods by the thread of the command.
 */
public final class StopSignal {
  // A call can take two minutes; a service manager kills after ten to ninety seconds.
  private static final int PATIENCE_SECONDS = 30;
  private static final String AT_ONCE = "To continue, run the same command again.";

  private final PrintWriter err;
  private volatile String phase = "Stopped before anything was sent. " + AT_ONCE;
  private volatile boolean isOver;
  private volatile Work work = Work.NONE;

  private record Work(Runnable stop, String waiting, String tooLate, CountDownLatch ended) {
    static final Work NONE = new Work(() -> {}, "", "", new CountDownLatch(0));
  }

  /** Creates one that prints to a stream. */
  public StopSignal(PrintWriter err) {
    this.err = err;
  }

  /**
   * What to say if the process is told to end from now on. That the same command goes on is added.
   *
   * @param sentence says how far the command has come
   */
  public void phase(String sentence) {
    phase(sentence, AT_ONCE);
  }

  /** The same for a command that must not just be repeated; {@code next} says what to do. */
  public void phase(String sentence, String next) {
    phase = sentence + " " + next;
  }

  /** Prints nothing from now on: the command has printed its last line. */
  public void over() {
    isOver = true;
  }

  /**
   * Does work that can be stopped.
   *
   * @param stop returns at once
   * @param waiting what is waited for then, a sentence
   * @param tooLate what to say if that takes too long, a sentence
   * @param work waits for the end and says the last words
   * @return what {@code work} returns
   */
  public int during(Runnable stop, String waiting, String tooLate, IntSupplier work) {
    Work begun = new Work(stop, waiting, tooLate, new CountDownLatch(1));
    this.work = begun;
    try {
      return work.getAsInt();
    } finally {
      begun.ended().countDown();
    }
  }

  /** Stops the work, or prints how far the command has come. */
  public void stop() {
    Work begun = work;
    if (begun.ended().getCount() == 0) {
      if (!isOver) {
        say(phase);
      }
      return;
    }
    begun.stop().run();
    say(begun.waiting());
    try {
      if (!begun.ended().await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        err.println(begun.tooLate());
        err.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void say(String sentence) {
    err.println();
    err.println(sentence);
    err.flush();
  }
}
