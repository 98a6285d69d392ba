package io.github.extendclient.bulk;

import io.github.extendclient.error.ApiException;
import io.github.extendclient.error.ExtendException;
import io.github.extendclient.error.NotFoundException;
import io.github.extendclient.internal.callback.CallbackFailure;
import io.github.extendclient.internal.callback.JobThreads;
import io.github.extendclient.internal.time.DurationText;
import io.github.extendclient.runtime.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Processes one document step by step: sends requests, searches for lost runs, writes results. Runs
 * on workers, each document on one at a time; the engine decides when it continues.
 *
 * <p>The order prevents double billing: the journal records SUBMITTING before the create is sent,
 * and after a create without a response the list of runs is searched before another is sent.
 */
final class Steps<T> {
  /** The maximum of creates for one document for which no run is found. */
  private static final int MAX_RESENDS = 3;

  private final Settings<T> settings;
  private final RunClient client;
  private final BulkJournal journal;
  private final ResultSink results;
  private final BulkCounter counter;
  private final BooleanSupplier mayCreate;
  private final RunSearch search;
  private final Semaphore uploads;
  private final StepFailures failures;

  Steps(
      Settings<T> settings,
      BulkJournal journal,
      ResultSink results,
      BulkCounter counter,
      BooleanSupplier mayCreate) {
    this.settings = settings;
    this.client = settings.client();
    this.journal = journal;
    this.results = results;
    this.counter = counter;
    this.mayCreate = mayCreate;
    this.search = new RunSearch(client);
    this.uploads = new Semaphore(settings.uploads());
    this.failures = new StepFailures(settings, journal);
  }

  int consecutiveFailures() {
    return failures.inARow();
  }

  /**
   * Advances a document as far as possible without waiting.
   *
   * @throws IOException if journal or results cannot be written, which ends processing
   * @throws CallbackFailure if the user's callback or store throws, which ends processing
   */
  StepResult advance(Task task) throws IOException {
    while (true) {
      Step before = task.step;
      StepResult result =
          switch (task.step) {
            case WAITING, FAILED -> start(task);
            case UPLOADED, RETRY -> create(task);
            case SUBMITTING -> lookUp(task);
            case SUBMITTED, ENDED -> end(task);
            case WRITTEN -> clean(task);
            case CLEANED -> StepResult.DONE;
          };
      if (result != null) {
        return result;
      }
      if (task.step != before) {
        task.tries = 0;
      }
    }
  }

  /** Reuses a stored result, or gets the document to the server. */
  private @Nullable StepResult start(Task task) throws IOException {
    BulkDocument document = task.document;
    if (document == null) {
      return failures.failed(task, "It was started earlier, and is no longer among the documents.");
    }
    if (!mayCreate.getAsBoolean()) {
      return StepResult.ABANDONED;
    }
    BulkStore store = settings.store();
    if (store != null && !task.contentHash.isEmpty()) {
      JsonValue kept = JobThreads.call(() -> store.get(fingerprint(task)));
      if (kept != null) {
        task.reused = true;
        return write(task, RunFacts.of(kept, false));
      }
    }
    if (document.kind() != BulkDocument.Kind.UPLOAD) {
      task.fileName = document.kind() == BulkDocument.Kind.URL ? document.key() : "";
      task.fileId = document.kind() == BulkDocument.Kind.FILE_ID ? document.reference() : null;
      task.step = Step.UPLOADED;
      return null;
    }
    return upload(task, document);
  }

  private @Nullable StepResult upload(Task task, BulkDocument document) throws IOException {
    uploads.acquireUninterruptibly();
    try {
      task.fileName = document.reference();
      task.fileId = client.files().upload(document.upload());
      if (!DocumentKeys.contentHash(document).equals(task.contentHash)) {
        return failures.failed(
            task, "It changed while it was read: process it again when it is complete.");
      }
    } catch (ExtendException e) {
      if (StepFailures.endsAll(e)) {
        throw e;
      }
      return e instanceof ApiException && !StepFailures.isTransient(e)
          ? failures.failed(task, "Its upload was refused: " + e.getMessage())
          : failures.afterFailure(task, "Its upload failed: ", e);
    } catch (IOException | RuntimeException e) {
      return failures.failed(task, StepFailures.unreadable(e));
    } finally {
      uploads.release();
    }
    journal.write(task, Step.UPLOADED, task.fileId + " " + task.fileName);
    return null;
  }

  private @Nullable StepResult create(Task task) throws IOException {
    if (!mayCreate.getAsBoolean()) {
      return StepResult.ABANDONED;
    }
    if (task.fileId == null && task.document == null) {
      return failures.failed(task, "It was started earlier, and is no longer among the documents.");
    }
    task.intendedAt = settings.timeline().now();
    task.graceEndNanos = settings.timeline().nanoTime() + settings.gracePeriod().toNanos();
    if (task.tag.isEmpty()) {
      task.tag =
          DocumentKeys.fingerprint(task.identity + task.intendedAt + System.nanoTime())
              .substring(0, RunSearch.TAG_LENGTH);
    }
    Object body;
    try {
      body = client.body(RunRequest.properties(settings, task), RunRequest.file(task));
    } catch (IllegalArgumentException e) {
      return failures.failed(task, e.getMessage());
    }
    Step before = task.step;
    journal.write(task, Step.SUBMITTING, task.tag);
    try {
      return created(task, client.create(body), false);
    } catch (ExtendException e) {
      if (e.mayHaveBeenAccepted()) {
        return failures.searchLater(task);
      }
      if (StepFailures.isTransient(e)) {
        task.step = before;
        return failures.afterFailure(task, "Its run was not accepted: ", e);
      }
      if (StepFailures.endsAll(e)) {
        task.step = before;
        throw e;
      }
      return failures.failed(task, "Its run was refused: " + e.getMessage());
    }
  }

  private @Nullable StepResult created(Task task, RunFacts run, boolean adopted)
      throws IOException {
    task.runId = run.id();
    task.adopted = adopted;
    journal.write(task, Step.SUBMITTED, run.id());
    failures.succeeded();
    task.submittedNanos = settings.timeline().nanoTime();
    counter.created(task);
    // A summary has no output.
    task.run = run.pending() || adopted ? null : run;
    return run.pending() ? StepResult.RUN_PENDING : null;
  }

  /** Searches for the run of a create without a response. */
  private @Nullable StepResult lookUp(Task task) throws IOException {
    boolean isOver = failures.graceLeft(task).isZero();
    RunFacts found;
    try {
      found = search.find(task, isOver);
    } catch (ExtendException e) {
      return failures.afterFailure(task, "The search for its run failed: ", e);
    }
    if (found != null) {
      return created(task, found, true);
    }
    if (!isOver) {
      return failures.searchLater(task);
    }
    if (!mayCreate.getAsBoolean()) {
      return StepResult.ABANDONED;
    }
    if (++task.resends > MAX_RESENDS) {
      return failures.unknown(
          task,
          "It was sent "
              + task.resends
              + " times without a response, and no run was found: look in the dashboard for runs of"
              + " "
              + (task.fileId == null ? "its URL" : task.fileId)
              + ".");
    }
    counter.warn(
        task.identity,
        "No run was found for "
            + DurationText.of(settings.gracePeriod())
            + " after a create without a response, so it was sent again. If the server shows a run"
            + " later than that, the document has two: set a longer grace period.");
    task.step = Step.UPLOADED;
    return null;
  }

  private @Nullable StepResult end(Task task) throws IOException {
    RunFacts run = task.run;
    if (run == null) {
      try {
        run = client.retrieve(String.valueOf(task.runId));
      } catch (NotFoundException e) {
        if (++task.tries > StepFailures.MAX_TRIES) {
          task.issue =
              "Its run "
                  + task.runId
                  + " no longer exists. To create another run, give the document another key.";
          return StepResult.UNKNOWN;
        }
        return failures.tryLater(task);
      } catch (ExtendException e) {
        return failures.afterFailure(task, "Its run " + task.runId + " cannot be read: ", e);
      }
      if (run.pending()) {
        return StepResult.RUN_PENDING;
      }
    }
    task.run = null;
    journal.write(task, Step.ENDED, run.status());
    if (mayRetry(task, run)) {
      task.earlierRuns.add(run.id());
      counter.addCredits(run.credits());
      journal.write(task, Step.RETRY, run.id() + " " + run.credits().toPlainString());
      return null;
    }
    if (task.resends > 0) {
      warnOfAnother(task, run);
    }
    return write(task, run);
  }

  private boolean mayRetry(Task task, RunFacts run) {
    String reason = run.failureReason();
    return !run.isProcessed()
        && reason != null
        && settings.retryReasons().contains(reason)
        && task.earlierRuns.size() < settings.retries();
  }

  private void warnOfAnother(Task task, RunFacts run) {
    try {
      RunFacts other = search.findOther(task, run);
      if (other != null) {
        counter.warn(
            task.identity,
            "It has two runs, "
                + other.id()
                + " and "
                + run.id()
                + ", because the first appeared in the list only after"
                + " the grace period. The result is that of the second.");
      }
    } catch (ExtendException e) {
      counter.warn(task.identity, "The search for a second run failed: " + e.getMessage());
    }
  }

  private @Nullable StepResult write(Task task, RunFacts run) throws IOException {
    BulkResult<T> result = new BulkResult<>(task.identity, run, settings.reader());
    results.write(result);
    JobThreads.run(() -> settings.onResult().accept(result));
    BigDecimal credits = task.reused ? BigDecimal.ZERO : run.credits();
    journal.write(task, Step.WRITTEN, credits.toPlainString());
    failures.succeeded();
    counter.addCredits(credits);
    counter.ended(task, run);
    BulkStore store = settings.store();
    if (store != null && !task.reused && run.isProcessed() && !task.contentHash.isEmpty()) {
      JobThreads.run(() -> store.put(fingerprint(task), run.json()));
    }
    return null;
  }

  private @Nullable StepResult clean(Task task) throws IOException {
    if (!settings.deletes() || task.reused) {
      return StepResult.DONE;
    }
    try {
      for (String id : task.earlierRuns) {
        delete(() -> client.delete(id));
      }
      delete(() -> client.delete(String.valueOf(task.runId)));
      if (task.fileId != null) {
        delete(() -> client.files().delete(task.fileId));
      }
    } catch (ExtendException e) {
      if (++task.tries <= StepFailures.MAX_TRIES && StepFailures.isTransient(e)) {
        return failures.tryLater(task);
      }
      counter.warn(task.identity, "Its run or file was not deleted: " + e.getMessage());
      return StepResult.DONE;
    }
    journal.write(task, Step.CLEANED, "");
    return null;
  }

  private static void delete(Runnable delete) {
    try {
      delete.run();
    } catch (NotFoundException e) {
      // Already deleted, by an earlier process or by an attempt without a response.
      return;
    }
  }

  private String fingerprint(Task task) {
    return DocumentKeys.fingerprint(settings.fingerprint() + task.contentHash);
  }
}
