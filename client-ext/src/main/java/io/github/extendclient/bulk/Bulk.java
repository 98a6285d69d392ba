package io.github.extendclient.bulk;

import io.github.extendclient.internal.journal.ChannelOpener;
import io.github.extendclient.internal.time.SystemTimeline;
import io.github.extendclient.internal.time.Timeline;
import io.github.extendclient.runtime.JsonValue;
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
 * Processes any number of documents: uploads them, creates a run for each, waits, and writes the
 * results. With a journal, processing that ended early, even by a kill, continues when it is run
 * again with the same journal: no document has a second run, and each result is there exactly once.
 *
 * <pre>{@code
 * BulkReport report = extend.bulk()
 *     .extract(INVOICE)
 *     .journal(Path.of("june.journal"))
 *     .results(BulkResults.jsonLines(Path.of("june.jsonl")))
 *     .onProgress(bar::update)
 *     .run(Documents.under(Path.of("inbox"), "*.pdf"));
 * }</pre>
 *
 * <p>The API has no idempotency key, so whether a create without a response took effect is looked
 * up in the list of runs. What remains is a server that shows a new run later than after the {@link
 * #gracePeriod}: then the document is sent again, and the report warns of it.
 *
 * <p>A run that failed is a result, not an exception. Settings are for one thread; set them before
 * a run.
 *
 * @param <T> what the value of a result is
 */
public final class Bulk<T> {
  private static final int DEFAULT_CONCURRENCY = 16;
  private static final int HIGHEST_CONCURRENCY = 10_000;
  private static final int DEFAULT_UPLOADS = 8;
  private static final int DEFAULT_FAILURES_IN_A_ROW = 20;
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
  private double maxCredits = Double.POSITIVE_INFINITY;
  private int maxFailuresInARow = DEFAULT_FAILURES_IN_A_ROW;
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

  /**
   * Another property of each create request, such as {@code metadata} or {@code priority}.
   *
   * @param name as the API spells it
   * @param value a text, number, boolean, list, map or {@link JsonValue}
   * @return this
   */
  public Bulk<T> property(String name, Object value) {
    request.put(name, value instanceof JsonValue json ? json : JsonValue.of(value));
    return this;
  }

  /**
   * The journal: a text file with a line for each step of each document, on the disk before the
   * next step that cannot be undone. It is made if it does not exist, and continued if it does; one
   * process at a time can have it.
   *
   * @param journal its folder must exist
   * @return this
   */
  public Bulk<T> journal(Path journal) {
    this.journal = Objects.requireNonNull(journal, "journal");
    return this;
  }

  /**
   * Where results go.
   *
   * @param results such as {@link BulkResults#jsonLines}
   * @return this
   */
  public Bulk<T> results(BulkResults results) {
    this.results = Objects.requireNonNull(results, "results");
    return this;
  }

  /**
   * Takes each result, beside {@link #results} or instead of it, before the journal calls it
   * written. After a crash the last results may come again: tell them by their key.
   *
   * @param onResult called by several threads at once. What it throws ends processing and is thrown
   * @return this
   */
  public Bulk<T> onResult(Consumer<? super BulkResult<T>> onResult) {
    this.onResult = Objects.requireNonNull(onResult, "onResult");
    return this;
  }

  /**
   * Is told of progress.
   *
   * @param onProgress must be quick; is called on the thread that runs this. What it throws ends
   *     processing and is thrown
   * @return this
   */
  public Bulk<T> onProgress(Consumer<? super BulkProgress> onProgress) {
    this.onProgress = Objects.requireNonNull(onProgress, "onProgress");
    return this;
  }

  /**
   * How many documents may be under way at once, from their upload to their result.
   *
   * @param documents from 1 to 10,000; 16 if not set
   * @return this
   * @throws IllegalArgumentException if it is outside of that
   */
  public Bulk<T> concurrency(int documents) {
    this.concurrency = within("concurrency", documents, HIGHEST_CONCURRENCY);
    return this;
  }

  /**
   * How many of them may be uploaded at once.
   *
   * @param uploads from 1 to 1000; 8 if not set
   * @return this
   * @throws IllegalArgumentException if it is outside of that
   */
  public Bulk<T> uploads(int uploads) {
    this.uploads = within("number of uploads", uploads, 1000);
    return this;
  }

  /**
   * How long a run may take to appear in the list of runs. A create without a response is sent
   * again if no run was found until then.
   *
   * @param gracePeriod since the intention; 60 seconds if not set
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public Bulk<T> gracePeriod(Duration gracePeriod) {
    if (gracePeriod.isNegative()) {
      throw new IllegalArgumentException(
          "The grace period is " + gracePeriod + ": give zero or more.");
    }
    this.gracePeriod = gracePeriod;
    return this;
  }

  /**
   * Follows a run that failed by another, which is billed like any.
   *
   * @param times for each document; without this setting 0
   * @param failureReasons for which to do so, by the API's names, such as {@code INTERNAL_ERROR}
   * @return this
   * @throws IllegalArgumentException if {@code times} is below 1 or no reason is given
   */
  public Bulk<T> retryFailedRuns(int times, String... failureReasons) {
    if (times < 1 || failureReasons.length == 0) {
      throw new IllegalArgumentException(
          "retryFailedRuns(" + times + ", …): give at least 1, and at least one reason.");
    }
    this.retries = times;
    this.retryReasons = Set.of(failureReasons);
    return this;
  }

  /**
   * Submits nothing more when the runs have used so many credits, as far as the API reported them;
   * those of earlier runs with this journal count. What is under way is still waited for, so that
   * the sum may be higher by that.
   *
   * @param credits more than zero; no limit if not set
   * @return this
   * @throws IllegalArgumentException if it is not positive
   */
  public Bulk<T> maxCredits(double credits) {
    if (!(credits > 0)) {
      throw new IllegalArgumentException("maxCredits is " + credits + ": give more than zero.");
    }
    this.maxCredits = credits;
    return this;
  }

  /**
   * How many failures of documents in a row end processing, as in an outage. A refused key ends it
   * at once.
   *
   * @param failures at least 1; 20 if not set
   * @return this
   * @throws IllegalArgumentException if it is less than 1
   */
  public Bulk<T> maxFailuresInARow(int failures) {
    this.maxFailuresInARow = within("maxFailuresInARow", failures, Integer.MAX_VALUE);
    return this;
  }

  /**
   * Takes results from a store if the same content was processed with the same settings before, and
   * keeps new ones there.
   *
   * @param store such as {@link BulkStore#folder}
   * @return this
   */
  public Bulk<T> reuse(BulkStore store) {
    this.store = Objects.requireNonNull(store, "store");
    return this;
  }

  /**
   * Deletes run and file once the result is on the disk. Files that were given by their IDs are
   * deleted, too.
   *
   * @return this
   */
  public Bulk<T> thenDelete() {
    this.deletes = true;
    return this;
  }

  /**
   * Reads and counts the documents, but sends nothing and writes nothing. A journal is read, to
   * skip what it says is done.
   *
   * @return this
   */
  public Bulk<T> dryRun() {
    this.dryRun = true;
    return this;
  }

  /**
   * Ends in order when the JVM is told to, as by SIGTERM or Ctrl-C: what is being sent is waited
   * for, at most 30 seconds.
   *
   * @return this
   */
  public Bulk<T> stopOnShutdown() {
    this.stopsOnShutdown = true;
    return this;
  }

  /**
   * Processes the documents, and returns when all have results. Interrupting the thread ends it:
   * what is being sent is waited for, the report says {@link BulkEnding#STOPPED}, and the thread's
   * flag stays set.
   *
   * @param documents read one by one on this thread, while there is room
   * @return what was done
   * @throws java.io.UncheckedIOException if the journal or the results cannot be read or written
   * @throws IllegalArgumentException if the journal is some other file or has other settings
   * @throws IllegalStateException if another process has the journal, or nothing takes the results
   * @throws RuntimeException what {@code documents} or a callback threw, after what was under way
   *     has been written to the journal
   */
  public BulkReport run(Iterable<BulkDocument> documents) {
    return processing().run(documents, engine -> {});
  }

  /**
   * Processes the documents: see {@link #run(Iterable)}.
   *
   * @param documents read one by one on this thread; not closed
   * @return what was done
   */
  public BulkReport run(Stream<BulkDocument> documents) {
    return run(documents::iterator);
  }

  /**
   * Processes the documents in the background.
   *
   * @param documents read one by one on a thread of the job
   * @return the job, which has begun
   */
  public BulkJob start(Iterable<BulkDocument> documents) {
    return BulkJob.start(processing(), documents);
  }

  Bulk<T> timeline(Timeline timeline) {
    this.timeline = timeline;
    return this;
  }

  Bulk<T> files(ChannelOpener files) {
    this.files = files;
    return this;
  }

  Settings<T> settings() {
    if (results == null && onResult == null && !dryRun) {
      throw new IllegalStateException(
          "Nothing takes the results: call results(…), onResult(…), or both.");
    }
    if (deletes && !client.canDelete()) {
      throw new IllegalStateException(
          "thenDelete() does not work for "
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
        maxFailuresInARow,
        store,
        deletes,
        dryRun,
        timeline,
        files);
  }

  private Processing<T> processing() {
    return new Processing<>(settings(), stopsOnShutdown);
  }

  private static int within(String name, int value, int highest) {
    if (value < 1 || value > highest) {
      throw new IllegalArgumentException(
          "The " + name + " is " + value + ": give from 1 to " + highest + ".");
    }
    return value;
  }
}
