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
  private final PendingRuns pendingRuns;
  private final PriorityQueue<Task> later =
      new PriorityQueue<>(Comparator.comparingLong(task -> task.dueNanos));
  private final Iterator<BulkDocument> source;

  /** Documents that an earlier process started; null before the source has ended. */
  private @Nullable Iterator<Task> unfinished;

  /** Jobs of workers whose results are not in the mailbox yet. */
  private int workerTasks;

  /** Documents whose content is being read. */
  private int documentsBeingRead;

  /** Documents under way. */
  private int underWay;

  /** Documents that this process began and does not end. */
  private long unprocessed;

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
    this.pendingRuns = new PendingRuns(settings.client(), settings.timeline());
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
          Task task = pendingRuns.ended(runId);
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
        startDocuments();
      }
      continueDue();
      pollRuns();
      if (anythingHappened) {
        reportProgress();
      }
      isOver = isOver();
      if (!isOver) {
        await();
      }
    } while (!isOver);
    reportProgress();
    unprocessed += later.size() + pendingRuns.size();
    stop.restore();
    return counter.report(stop.ending(), settings.dryRun(), unprocessed);
  }

  private boolean isOver() {
    if (workerTasks > 0) {
      return false;
    }
    if (stop.letsRunsEnd()) {
      boolean isSourceRead = unfinished != null && !unfinished.hasNext();
      return later.isEmpty() && pendingRuns.size() == 0 && (stop.isMade() || isSourceRead);
    }
    return true;
  }

  /** Starts documents while the concurrency permits. */
  private void startDocuments() {
    try {
      while (underWay < settings.concurrency() && !stop.isMade()) {
        if (unfinished == null && source.hasNext()) {
          start(
              Objects.requireNonNull(
                  source.next(), "The source returned null instead of a document."));
        } else if (documentsBeingRead > 0) {
          // The document being read may be one that an earlier process started.
          return;
        } else if (!continueUnfinished()) {
          return;
        }
      }
    } catch (Throwable e) {
      stop.makeForCallback(e);
    }
  }

  /** Continues a document that an earlier process started and the source no longer contains. */
  private boolean continueUnfinished() {
    if (unfinished == null) {
      List<Task> tasks = new ArrayList<>(journal.unfinished().values());
      tasks.removeIf(task -> settings.dryRun() || task.step.compareTo(Step.SUBMITTING) < 0);
      unfinished = tasks.iterator();
    }
    if (!unfinished.hasNext()) {
      return false;
    }
    documentStarted();
    resume(unfinished.next());
    return true;
  }

  private void resume(Task task) {
    if (task.step == Step.WRITTEN) {
      // An earlier process wrote the result but did not delete the run.
      counter.skipped();
    }
    advance(task);
  }

  private void start(BulkDocument document) {
    documentStarted();
    documentsBeingRead++;
    runOnWorker(
        () -> {
          boolean isRead = document.kind() == BulkDocument.Kind.UPLOAD;
          try {
            String hash = isRead ? DocumentKeys.contentHash(document) : "";
            mailbox.add(() -> identified(document, hash, null));
          } catch (Exception e) {
            // Includes checked exceptions, which Kotlin and Scala throw undeclared.
            mailbox.add(() -> identified(document, "", StepFailures.unreadable(e)));
          } catch (Error e) {
            mailbox.add(
                () -> {
                  documentsBeingRead--;
                  abandon(e);
                });
          }
        });
  }

  private void identified(BulkDocument document, String hash, @Nullable String issue) {
    documentsBeingRead--;
    Task task = new Task(DocumentKeys.identity(document.key(), hash), document);
    if (issue != null) {
      task.issue = issue;
      documentEnded();
      counter.failed(task);
      return;
    }
    try {
      if (!journal.begin(task.identity)) {
        counter.skipped();
        documentEnded();
        return;
      }
    } catch (IOException e) {
      abandon(e);
      return;
    }
    Task before = journal.resume(task.identity);
    if (settings.dryRun()) {
      counter.planned();
      documentEnded();
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
    unprocessed++;
    documentEnded();
  }

  private void advance(Task task) {
    runOnWorker(
        () -> {
          try {
            StepResult result = steps.advance(task);
            mailbox.add(() -> stepsEnded(task, result));
          } catch (Throwable e) {
            mailbox.add(
                () -> {
                  stop.makeFor(e);
                  stepsEnded(task, StepResult.ABANDONED);
                });
          }
        });
  }

  private void stepsEnded(Task task, StepResult result) {
    switch (result) {
      case RUN_PENDING -> {
        if (!pendingRuns.add(task)) {
          advance(task);
        }
      }
      case TRY_LATER -> later.add(task);
      case DONE -> documentEnded();
      case FAILED -> {
        counter.failed(task);
        documentEnded();
      }
      case UNKNOWN -> {
        counter.warn(task.identity, task.issue);
        unprocessed++;
        documentEnded();
      }
      case ABANDONED -> {
        unprocessed++;
        documentEnded();
      }
    }
    checkCredits();
    if (steps.consecutiveFailures() >= settings.maxConsecutiveFailures()) {
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
  private void continueDue() {
    long now = settings.timeline().nanoTime();
    while (!later.isEmpty() && later.peek().dueNanos - now <= 0 && stop.letsRunsEnd()) {
      advance(later.remove());
    }
  }

  private void pollRuns() {
    Long at = pendingRuns.nextPoll();
    if (at == null || at - settings.timeline().nanoTime() > 0 || !stop.letsRunsEnd()) {
      return;
    }
    if (pendingRuns.isFew()) {
      pendingRuns.readSingly().forEach(this::advance);
      return;
    }
    var wanted = pendingRuns.beginPoll();
    runOnWorker(
        () -> {
          PendingRuns.PollResult result = pendingRuns.poll(wanted);
          mailbox.add(() -> polled(result));
        });
  }

  private void polled(PendingRuns.PollResult result) {
    if (result.failure() != null && StepFailures.endsAll(result.failure())) {
      stop.makeFor(result.failure());
    }
    pendingRuns.endPoll(result).forEach(this::advance);
  }

  private void runOnWorker(Runnable task) {
    workerTasks++;
    workers.execute(
        () -> {
          try {
            task.run();
          } finally {
            mailbox.add(() -> workerTasks--);
          }
        });
  }

  private void documentStarted() {
    underWay++;
    counter.started();
  }

  private void documentEnded() {
    underWay--;
    counter.stopped();
  }

  /** Waits for the next event. */
  private void await() {
    long now = settings.timeline().nanoTime();
    long wait = LONGEST_WAIT.toNanos();
    Task next = later.peek();
    if (next != null && stop.letsRunsEnd()) {
      wait = Math.min(wait, next.dueNanos - now);
    }
    Long poll = pendingRuns.nextPoll();
    if (poll != null && stop.letsRunsEnd()) {
      wait = Math.min(wait, poll - now);
    }
    try {
      mailbox.await(Duration.ofNanos(Math.max(0, wait)));
    } catch (InterruptedException e) {
      stop.makeForInterrupt();
    }
  }

  private void reportProgress() {
    try {
      settings.onProgress().accept(counter.progress());
    } catch (Throwable e) {
      stop.makeForCallback(e);
    }
  }
}
