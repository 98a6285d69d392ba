package io.github.extendclient.bulk;

import io.github.extendclient.internal.journal.ChannelOpener;
import io.github.extendclient.internal.time.SystemTimeline;
import io.github.extendclient.internal.time.Timeline;
import io.github.extendclient.runtime.JsonValue;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Processes any number of documents: uploads each, creates its run, waits for the end, and writes
 * the result. If processing ends early, even by a kill, run it again with the same journal: it
 * continues where it stopped, without a second run for any document and with each result written
 * exactly once.
 *
 * <pre>{@code
 * BulkReport report = extend.bulk()
 *     .extract(INVOICE)
 *     .journal(Path.of("june.journal"))
 *     .results(BulkResults.jsonLines(Path.of("june.jsonl")))
 *     .onProgress(bar::update)
 *     .run(BulkDocuments.under(Path.of("inbox"), "*.pdf"));
 * }</pre>
 *
 * <p>The trap: the API has no idempotency key, so after a create without a response this class
 * searches the list of runs. If the server lists a new run only after the {@link #gracePeriod}, the
 * document is sent a second time, and the report contains a warning.
 *
 * <p>A run that failed is a result, not an exception.
 *
 * <p>Immutable and thread-safe: each option method returns a copy and leaves this object as it is.
 *
 * @param <T> the type of a result's value
 */
public final class Bulk<T> {
  private static final int DEFAULT_CONCURRENCY = 16;
  private static final int HIGHEST_CONCURRENCY = 10_000;
  private static final int DEFAULT_UPLOADS = 8;
  private static final int DEFAULT_CONSECUTIVE_FAILURES = 20;
  private static final Duration DEFAULT_GRACE_PERIOD = Duration.ofSeconds(60);

  private final RunClient client;
  private final Map<String, JsonValue> request;
  private final Function<JsonValue, T> reader;
  private @Nullable Path journal;
  private @Nullable BulkResults results;
  private @Nullable Consumer<? super BulkResult<T>> onResult;
  private Consumer<? super BulkProgress> onProgress = progress -> {};
  private int concurrency = DEFAULT_CONCURRENCY;
  private int uploads = DEFAULT_UPLOADS;
  private Duration gracePeriod = DEFAULT_GRACE_PERIOD;
  private int retries;
  private Set<String> retryReasons = Set.of();
  private @Nullable BigDecimal maxCredits;
  private int maxConsecutiveFailures = DEFAULT_CONSECUTIVE_FAILURES;
  private @Nullable BulkStore store;
  private boolean deletes;
  private boolean dryRun;
  private boolean stopsOnShutdown;
  private Timeline timeline = SystemTimeline.INSTANCE;
  private ChannelOpener files = ChannelOpener.DISK;

  Bulk(RunClient client, Map<String, JsonValue> request, Function<JsonValue, T> reader) {
    this.client = client;
    this.request = new LinkedHashMap<>(request);
    this.reader = reader;
  }

  private Bulk(Bulk<T> other) {
    client = other.client;
    request = new LinkedHashMap<>(other.request);
    reader = other.reader;
    journal = other.journal;
    results = other.results;
    onResult = other.onResult;
    onProgress = other.onProgress;
    concurrency = other.concurrency;
    uploads = other.uploads;
    gracePeriod = other.gracePeriod;
    retries = other.retries;
    retryReasons = other.retryReasons;
    maxCredits = other.maxCredits;
    maxConsecutiveFailures = other.maxConsecutiveFailures;
    store = other.store;
    deletes = other.deletes;
    dryRun = other.dryRun;
    stopsOnShutdown = other.stopsOnShutdown;
    timeline = other.timeline;
    files = other.files;
  }

  private Bulk<T> with(Consumer<Bulk<T>> setting) {
    Bulk<T> copy = new Bulk<>(this);
    setting.accept(copy);
    return copy;
  }

  /**
   * Adds a property to each create request, such as {@code metadata} or {@code priority}.
   *
   * @param name the property's name in the API
   * @param value a text, number, boolean, list, map or {@link JsonValue}
   * @return a copy with this setting
   */
  public Bulk<T> property(String name, Object value) {
    JsonValue json = value instanceof JsonValue given ? given : JsonValue.of(value);
    return with(copy -> copy.request.put(name, json));
  }

  /**
   * Sets the journal: a text file with a line for each step of each document, forced to disk before
   * the next step that cannot be undone. An existing journal is continued. Only one process at a
   * time can use it.
   *
   * @param journal the file, created if absent; its folder must exist
   * @return a copy with this setting
   */
  public Bulk<T> journal(Path journal) {
    Objects.requireNonNull(journal, "journal");
    return with(copy -> copy.journal = journal);
  }

  /**
   * Sets where results are written.
   *
   * @param results the destination, such as {@link BulkResults#jsonLines}
   * @return a copy with this setting
   */
  public Bulk<T> results(BulkResults results) {
    Objects.requireNonNull(results, "results");
    return with(copy -> copy.results = results);
  }

  /**
   * Sets a callback for each result, in addition to {@link #results} or instead. The journal
   * records a result as written after the callback returns, so after a crash the callback may
   * receive the last results again: recognize them by their keys.
   *
   * @param listener called by several threads at once; an exception from it ends processing and is
   *     rethrown
   * @return a copy with this setting
   */
  public Bulk<T> onResult(Consumer<? super BulkResult<T>> listener) {
    Objects.requireNonNull(listener, "listener");
    return with(copy -> copy.onResult = listener);
  }

  /**
   * Sets a listener for progress.
   *
   * @param listener called on the thread that runs the processing, so it must be quick; an
   *     exception from it ends processing and is rethrown
   * @return a copy with this setting
   */
  public Bulk<T> onProgress(Consumer<? super BulkProgress> listener) {
    Objects.requireNonNull(listener, "listener");
    return with(copy -> copy.onProgress = listener);
  }

  /**
   * Sets how many documents are processed at once, from upload to result.
   *
   * @param documents from 1 to 10,000, by default 16
   * @return a copy with this setting
   * @throws IllegalArgumentException if the number is out of range
   */
  public Bulk<T> concurrency(int documents) {
    within("concurrency", documents, HIGHEST_CONCURRENCY);
    return with(copy -> copy.concurrency = documents);
  }

  /**
   * Sets how many documents are uploaded at once.
   *
   * @param uploads from 1 to 1000, by default 8
   * @return a copy with this setting
   * @throws IllegalArgumentException if the number is out of range
   */
  public Bulk<T> uploads(int uploads) {
    within("number of uploads", uploads, 1000);
    return with(copy -> copy.uploads = uploads);
  }

  /**
   * Sets how long a new run may take to appear in the list of runs. A create without a response is
   * sent again if no run appears within this period.
   *
   * @param gracePeriod measured from just before the create is sent, by default 60 seconds
   * @return a copy with this setting
   * @throws IllegalArgumentException if the period is negative
   */
  public Bulk<T> gracePeriod(Duration gracePeriod) {
    if (gracePeriod.isNegative()) {
      throw new IllegalArgumentException(
          "The grace period is " + gracePeriod + ": give zero or more.");
    }
    return with(copy -> copy.gracePeriod = gracePeriod);
  }

  /**
   * Creates another run for a document whose run failed. Each run is billed.
   *
   * @param times the additional runs per document, at least 1; without this setting 0
   * @param failureReasons the failure reasons to retry, in the API's names, such as {@code
   *     INTERNAL_ERROR}
   * @return a copy with this setting
   * @throws IllegalArgumentException if {@code times} is below 1 or no reason is given
   */
  public Bulk<T> retryFailedRuns(int times, String... failureReasons) {
    if (times < 1 || failureReasons.length == 0) {
      throw new IllegalArgumentException(
          "retryFailedRuns(" + times + ", …): give at least 1, and at least one reason.");
    }
    Set<String> reasons = Set.of(failureReasons);
    return with(
        copy -> {
          copy.retries = times;
          copy.retryReasons = reasons;
        });
  }

  /**
   * Stops creating runs once the runs of this journal, earlier ones included, have used this many
   * credits, as reported by the API. Runs under way still finish, so the total may exceed the limit
   * by their credits.
   *
   * @param credits more than zero, by default no limit
   * @return a copy with this setting
   * @throws IllegalArgumentException if the number is not positive
   */
  public Bulk<T> maxCredits(double credits) {
    if (!(credits > 0) || Double.isInfinite(credits)) {
      throw new IllegalArgumentException("maxCredits is " + credits + ": give more than zero.");
    }
    return with(copy -> copy.maxCredits = BigDecimal.valueOf(credits));
  }

  /**
   * Sets how many consecutive failures end processing, as in an outage. A refused key ends it at
   * once.
   *
   * @param failures at least 1, by default 20
   * @return a copy with this setting
   * @throws IllegalArgumentException if the number is less than 1
   */
  public Bulk<T> maxConsecutiveFailures(int failures) {
    within("maxConsecutiveFailures", failures, Integer.MAX_VALUE);
    return with(copy -> copy.maxConsecutiveFailures = failures);
  }

  /**
   * Takes a result from a store if the same content was processed with the same settings before,
   * and stores new results there.
   *
   * @param store the store, such as {@link BulkStore#folder}
   * @return a copy with this setting
   */
  public Bulk<T> reuse(BulkStore store) {
    Objects.requireNonNull(store, "store");
    return with(copy -> copy.store = store);
  }

  /**
   * Deletes run and file once the result is on disk. The trap: this includes files given by their
   * IDs.
   *
   * @return a copy with this setting
   */
  public Bulk<T> deleteRunsAndFiles() {
    return with(copy -> copy.deletes = true);
  }

  /**
   * Reads and counts the documents, but sends and writes nothing. Documents that the journal
   * records as done are skipped.
   *
   * @return a copy with this setting
   */
  public Bulk<T> dryRun() {
    return with(copy -> copy.dryRun = true);
  }

  /**
   * Stops processing when the JVM shuts down, as on SIGTERM or Ctrl-C, and delays the shutdown by
   * at most 30 seconds for requests under way.
   *
   * @return a copy with this setting
   */
  public Bulk<T> stopOnShutdown() {
    return with(copy -> copy.stopsOnShutdown = true);
  }

  /**
   * Processes the documents and returns when all have results. If the thread is interrupted, waits
   * for the requests under way and returns a report with {@link BulkEnding#STOPPED}; the thread's
   * interrupt flag stays set.
   *
   * @param documents read one by one on this thread, as the concurrency permits
   * @return the report
   * @throws java.io.UncheckedIOException if the journal or the results cannot be read or written
   * @throws IllegalArgumentException if the file is not a journal, or the journal was written with
   *     other settings
   * @throws IllegalStateException if another process uses the journal, or neither {@code results}
   *     nor {@code onResult} is set
   * @throws RuntimeException if {@code documents} or a callback throws, after the requests under
   *     way are written to the journal
   */
  public BulkReport run(Iterable<BulkDocument> documents) {
    return processing().run(documents, engine -> {});
  }

  /**
   * Processes the documents: see {@link #run(Iterable)}.
   *
   * @param documents read one by one on this thread; not closed
   * @return the report
   */
  public BulkReport run(Stream<BulkDocument> documents) {
    return run(documents::iterator);
  }

  /**
   * Processes the documents in the background.
   *
   * @param documents read one by one on a thread of the job
   * @return the running job
   */
  public BulkJob start(Iterable<BulkDocument> documents) {
    return BulkJob.start(processing(), documents);
  }

  Bulk<T> timeline(Timeline timeline) {
    return with(copy -> copy.timeline = timeline);
  }

  Bulk<T> files(ChannelOpener files) {
    return with(copy -> copy.files = files);
  }

  Settings<T> settings() {
    if (results == null && onResult == null && !dryRun) {
      throw new IllegalStateException(
          "Nothing takes the results: call results(…), onResult(…), or both.");
    }
    if (deletes && !client.canDelete()) {
      throw new IllegalStateException(
          "deleteRunsAndFiles() does not work for "
              + client.kind()
              + ": the API does not delete its runs.");
    }
    return new Settings<>(
        client,
        new TreeMap<>(request),
        reader,
        journal,
        results,
        onResult == null ? result -> {} : onResult,
        onProgress,
        concurrency,
        uploads,
        gracePeriod,
        retries,
        retryReasons,
        maxCredits,
        maxConsecutiveFailures,
        store,
        deletes,
        dryRun,
        timeline,
        files);
  }

  private Processing<T> processing() {
    return new Processing<>(settings(), stopsOnShutdown);
  }

  private static void within(String name, int value, int highest) {
    if (value < 1 || value > highest) {
      throw new IllegalArgumentException(
          "The " + name + " is " + value + ": give from 1 to " + highest + ".");
    }
  }
}
