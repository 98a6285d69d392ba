package io.github.extendclient.bulk;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Schedules the documents. Its state is confined to one loop on the thread that called {@link
 * #run}. Workers make the blocking calls and report to the loop through its mailbox. Other threads
 * may call {@link #stop}, {@link #runEnded} and {@link #progress}.
 */
final class Engine<T> {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final Settings<T> settings;
  private final Executor workers;
  private final Mailbox mailbox;
  private final StopRequest stop = new StopRequest();
  private final BulkCounter counter;
  private final BulkJournal journal;
  private final Steps<T> steps;
  private final Watch watch;
  private final PriorityQueue<Task> later =
      new PriorityQueue<>(Comparator.comparingLong(task -> task.dueNanos));
  private final Iterator<BulkDocument> source;

  /** Documents that an earlier process started; null before the source has ended. */
  private @Nullable Iterator<Task> leftovers;

  /** Jobs of workers whose results are not in the mailbox yet. */
  private int working;

  /** Documents whose content is being read. */
  private int reading;

  /** Documents under way. */
  private int begun;

  /** Documents that this process began and does not end. */
  private long left;

  Engine(
      Settings<T> settings,
      Executor workers,
      Iterator<BulkDocument> source,
      long expected,
      BulkJournal journal,
      ResultSink results) {
    this.settings = settings;
    this.workers = workers;
    this.source = source;
    this.journal = journal;
    this.mailbox = new Mailbox(settings.timeline());
    this.counter = new BulkCounter(settings.timeline(), expected);
    this.watch = new Watch(settings.client(), settings.timeline());
    this.steps = new Steps<>(settings, journal, results, counter, () -> !stop.isMade());
    counter.addCredits(journal.credits());
  }

  /** Stops creating runs. {@link #run} waits for the requests under way. */
  void stop() {
    stop.make(BulkEnding.STOPPED);
    mailbox.add(() -> {});
  }

  /** Handles a webhook's report that a run ended. */
  void runEnded(String runId) {
    mailbox.add(
        () -> {
          Task task = watch.ended(runId);
          if (task != null) {
            advance(task);
          }
        });
  }

  BulkProgress progress() {
    return counter.progress();
  }

  /** Processes all documents. May be called once. */
  BulkReport run() {
    checkCredits();
    boolean isOver;
    do {
      if (Thread.currentThread().isInterrupted()) {
        stop.makeForInterrupt();
      }
      boolean anythingHappened = mailbox.runAll();
      if (!stop.isMade()) {
        feed();
      }
      wake();
      look();
      if (anythingHappened) {
        tell();
      }
      isOver = isOver();
      if (!isOver) {
        await();
      }
    } while (!isOver);
    tell();
    left += later.size() + watch.size();
    stop.restore();
    return counter.report(stop.ending(), settings.dryRun(), left);
  }

  private boolean isOver() {
    if (working > 0) {
      return false;
    }
    if (stop.letsRunsEnd()) {
      boolean isFed = leftovers != null && !leftovers.hasNext();
      return later.isEmpty() && watch.size() == 0 && (stop.isMade() || isFed);
    }
    return true;
  }

  /** Starts documents while the concurrency permits. */
  private void feed() {
    try {
      while (begun < settings.concurrency() && !stop.isMade()) {
        if (leftovers == null && source.hasNext()) {
          begin(
              Objects.requireNonNull(
                  source.next(), "The source returned null instead of a document."));
        } else if (reading > 0) {
          // The document being read may be one that an earlier process started.
          return;
        } else if (!feedLeftover()) {
          return;
        }
      }
    } catch (Throwable e) {
      stop.makeForCallback(e);
    }
  }

  /** Continues a document that an earlier process started and the source no longer contains. */
  private boolean feedLeftover() {
    if (leftovers == null) {
      List<Task> tasks = new ArrayList<>(journal.unfinished().values());
      tasks.removeIf(task -> settings.dryRun() || task.step.compareTo(Step.SUBMITTING) < 0);
      leftovers = tasks.iterator();
    }
    if (!leftovers.hasNext()) {
      return false;
    }
    begun();
    resume(leftovers.next());
    return true;
  }

  private void resume(Task task) {
    if (task.step == Step.WRITTEN) {
      // An earlier process wrote the result but did not delete the run.
      counter.skipped();
    }
    advance(task);
  }

  private void begin(BulkDocument document) {
    begun();
    reading++;
    work(
        () -> {
          boolean isRead = document.kind() == BulkDocument.Kind.UPLOAD;
          try {
            String hash = isRead ? Keys.contentHash(document) : "";
            mailbox.add(() -> identified(document, hash, null));
          } catch (Exception e) {
            // Includes checked exceptions, which Kotlin and Scala throw undeclared.
            mailbox.add(() -> identified(document, "", StepFailures.unreadable(e)));
          } catch (Error e) {
            mailbox.add(
                () -> {
                  reading--;
                  abandon(e);
                });
          }
        });
  }

  private void identified(BulkDocument document, String hash, @Nullable String issue) {
    reading--;
    Task task = new Task(Keys.identity(document.key(), hash), document);
    if (issue != null) {
      task.issue = issue;
      ended();
      counter.failed(task);
      return;
    }
    try {
      if (!journal.begin(task.identity)) {
        counter.skipped();
        ended();
        return;
      }
    } catch (IOException e) {
      abandon(e);
      return;
    }
    Task before = journal.resume(task.identity);
    if (settings.dryRun()) {
      counter.planned();
      ended();
      return;
    }
    task.contentHash = hash;
    if (before != null) {
      task.continueFrom(before);
    }
    if (task.fileId == null && document.kind() == BulkDocument.Kind.FILE_ID) {
      task.fileId = document.reference();
    }
    resume(task);
  }

  private void abandon(Throwable e) {
    stop.makeFor(e);
    left++;
    ended();
  }

  private void advance(Task task) {
    work(
        () -> {
          try {
            Turn turn = steps.advance(task);
            mailbox.add(() -> turned(task, turn));
          } catch (Throwable e) {
            mailbox.add(
                () -> {
                  stop.makeFor(e);
                  turned(task, Turn.LEFT);
                });
          }
        });
  }

  private void turned(Task task, Turn turn) {
    switch (turn) {
      case WAIT -> {
        if (!watch.add(task)) {
          advance(task);
        }
      }
      case LATER -> later.add(task);
      case DONE -> ended();
      case FAILED -> {
        counter.failed(task);
        ended();
      }
      case UNKNOWN -> {
        counter.warn(task.identity, task.issue);
        left++;
        ended();
      }
      case LEFT -> {
        left++;
        ended();
      }
    }
    checkCredits();
    if (steps.failuresInARow() >= settings.maxFailuresInARow()) {
      stop.make(BulkEnding.TOO_MANY_FAILURES);
    }
  }

  private void checkCredits() {
    BigDecimal limit = settings.maxCredits();
    if (limit != null && counter.credits().compareTo(limit) >= 0) {
      stop.make(BulkEnding.CREDIT_LIMIT);
    }
  }

  /** Continues the documents whose waiting time is over. */
  private void wake() {
    long now = settings.timeline().nanoTime();
    while (!later.isEmpty() && later.peek().dueNanos - now <= 0 && stop.letsRunsEnd()) {
      advance(later.remove());
    }
  }

  private void look() {
    Long at = watch.nextLook();
    if (at == null || at - settings.timeline().nanoTime() > 0 || !stop.letsRunsEnd()) {
      return;
    }
    if (watch.isFew()) {
      watch.readSingly().forEach(this::advance);
      return;
    }
    var wanted = watch.begin();
    work(
        () -> {
          Watch.Seen seen = watch.look(wanted);
          mailbox.add(() -> looked(seen));
        });
  }

  private void looked(Watch.Seen seen) {
    if (seen.failure() != null && StepFailures.endsAll(seen.failure())) {
      stop.makeFor(seen.failure());
    }
    watch.looked(seen).forEach(this::advance);
  }

  private void work(Runnable task) {
    working++;
    workers.execute(
        () -> {
          try {
            task.run();
          } finally {
            mailbox.add(() -> working--);
          }
        });
  }

  private void begun() {
    begun++;
    counter.begun();
  }

  private void ended() {
    begun--;
    counter.left();
  }

  /** Waits for the next event. */
  private void await() {
    long now = settings.timeline().nanoTime();
    long wait = LONGEST_WAIT.toNanos();
    Task next = later.peek();
    if (next != null && stop.letsRunsEnd()) {
      wait = Math.min(wait, next.dueNanos - now);
    }
    Long look = watch.nextLook();
    if (look != null && stop.letsRunsEnd()) {
      wait = Math.min(wait, look - now);
    }
    try {
      mailbox.await(Duration.ofNanos(Math.max(0, wait)));
    } catch (InterruptedException e) {
      stop.makeForInterrupt();
    }
  }

  private void tell() {
    try {
      settings.onProgress().accept(counter.progress());
    } catch (Throwable e) {
      stop.makeForCallback(e);
    }
  }
}
