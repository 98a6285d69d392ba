package io.github.extendclient.deletion;

import io.github.extendclient.internal.catalog.Catalog;
import io.github.extendclient.internal.time.SystemTimeline;
import io.github.extendclient.internal.time.Timeline;
import io.github.extendclient.version.ApiVersions;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Deletes any number of resources by their IDs. The prefix of each ID selects the operation, in
 * whichever API version has it. Use it for retention rules, or to erase the data of one customer.
 *
 * <pre>{@code
 * try (Stream<String> ids = Files.lines(Path.of("ids.txt"))) {
 *   DeletionReport report =
 *       extend.deletions().journal(Path.of("ids.journal")).concurrency(8).run(ids);
 *   System.out.println(report);
 * }
 * }</pre>
 *
 * <p>If a job ends early, even by a kill, run it again with the same journal: it does not send the
 * IDs again that were deleted or gone. Without a journal, a duplicate ID is sent twice. Memory does
 * not grow with the number of IDs.
 *
 * <p>The IDs may also come from a listing, filtered by age, status, file name, batch or any
 * condition:
 *
 * <pre>{@code
 * extend.deletions().run(
 *     IdSelection.of(extend.pages(extend.files()::list, params), FileSummary::getId)
 *         .olderThan(Duration.ofDays(90), FileSummary::getCreatedAt));
 * }</pre>
 *
 * <p>The trap: a deletion is final, so make a {@link #dryRun()} first. Also, a listing may skip
 * items if you delete from it while you read it. A job therefore reads an {@link IdSelection} to
 * its end first, but not a stream that you make of a listing.
 *
 * <p>Immutable and thread-safe: each option method returns a copy and leaves this object as it is.
 * Each run is independent of the others.
 *
 * @see <a href="https://docs.extend.ai/2026-02-09/developers/api-reference">Delete operations</a>
 */
public final class Deletions {
  // The API's limits apply to the whole organization: leave room for other programs.
  private static final int DEFAULT_CONCURRENCY = 8;
  private static final int HIGHEST_CONCURRENCY = 1000;
  private static final int DEFAULT_CONSECUTIVE_FAILURES = 100;

  private final DeletionSettings settings;

  Deletions(Router router, Timeline timeline) {
    this(
        new DeletionSettings(
            router,
            null,
            DEFAULT_CONCURRENCY,
            null,
            progress -> {},
            DEFAULT_CONSECUTIVE_FAILURES,
            false,
            timeline));
  }

  private Deletions(DeletionSettings settings) {
    this.settings = settings;
  }

  /**
   * Returns deletions with the operations of all API versions, for code that receives the
   * operations but not the client; otherwise call the client's {@code deletions()}.
   *
   * @param apis the operations, such as a client
   * @return deletions with default settings
   */
  public static Deletions over(ApiVersions apis) {
    return new Deletions(new AnnotatedRouter(Catalog.versionsOf(apis)), SystemTimeline.INSTANCE);
  }

  /**
   * Sets the journal: a text file with a line for each result, forced to disk before the result
   * counts. An existing journal is continued. Only one job at a time can use it.
   *
   * @param journal the file, created if absent; its folder must exist, and contains a temporary
   *     index of 32 to 128 bytes per ID during the job
   * @return a copy with this setting
   */
  public Deletions journal(Path journal) {
    return new Deletions(settings.withJournal(Objects.requireNonNull(journal, "journal")));
  }

  /**
   * Sets how many requests are sent at once. Each uses a thread that waits for the response.
   *
   * @param requests from 1 to 1000, by default 8
   * @return a copy with this setting
   * @throws IllegalArgumentException if the number is out of range
   */
  public Deletions concurrency(int requests) {
    if (requests < 1 || requests > HIGHEST_CONCURRENCY) {
      throw new IllegalArgumentException(
          "The concurrency is " + requests + ": give from 1 to " + HIGHEST_CONCURRENCY + ".");
    }
    return new Deletions(settings.withConcurrency(requests));
  }

  /**
   * Limits the rate of requests, evenly and without bursts, even after a pause. By default, only
   * the concurrency limits it, and as many IDs again are read ahead. The limit does not apply to
   * the client's retries after a 429.
   *
   * <p>The API's limits are for the whole organization, so leave room for everything else that uses
   * it. Programs that share a limit set it on their clients: see {@link
   * io.github.extendclient.pacing.Pacer}.
   *
   * @param requestsPerSecond such as 10 or 0.5
   * @return a copy with this setting; its jobs share the limit
   * @throws IllegalArgumentException if the number is not positive
   * @see <a href="https://docs.extend.ai/2026-02-09/general/rate-limits">Rate limits</a>
   */
  public Deletions rateLimit(double requestsPerSecond) {
    return pace(new EvenPace(requestsPerSecond, settings.timeline()));
  }

  Deletions pace(DeletionPace pace) {
    return new Deletions(settings.withPace(Objects.requireNonNull(pace, "pace")));
  }

  /**
   * Sets a listener for progress, called after each write to the journal, as often without a
   * journal, and again after the last result.
   *
   * @param listener called by one thread at a time, not the one that runs the job; must be quick,
   *     because no result is written meanwhile. An exception from it ends the job and is rethrown
   * @return a copy with this setting
   */
  public Deletions onProgress(Consumer<? super DeletionProgress> listener) {
    return new Deletions(settings.withListener(Objects.requireNonNull(listener, "listener")));
  }

  /**
   * Sets how many consecutive failures end a job, as in an outage. A refused key, 401 or 403,
   * always ends it at once.
   *
   * @param failures at least 1, by default 100
   * @return a copy with this setting
   * @throws IllegalArgumentException if the number is less than 1
   */
  public Deletions maxConsecutiveFailures(int failures) {
    if (failures < 1) {
      throw new IllegalArgumentException(
          "maxConsecutiveFailures is "
              + failures
              + ": give 1 to stop at the first failure, or more.");
    }
    return new Deletions(settings.withMaxConsecutiveFailures(failures));
  }

  /**
   * Finds the operations and counts, but sends and writes nothing. IDs that the journal records as
   * done are skipped.
   *
   * @return a copy with this setting
   */
  public Deletions dryRun() {
    return new Deletions(settings.withDryRun());
  }

  /**
   * Deletes the resources and returns when all IDs are processed. If the thread is interrupted,
   * waits for the requests under way and returns a report with {@link DeletionEnding#STOPPED}; the
   * thread's interrupt flag stays set.
   *
   * @param ids read one by one on this thread; not closed
   * @return the report
   * @throws java.io.UncheckedIOException if the journal cannot be read or written
   * @throws IllegalArgumentException if the file is not a journal
   * @throws IllegalStateException if another job uses the journal
   * @throws RuntimeException if {@code ids} or the listener throws, after the requests under way
   *     are written to the journal
   */
  public DeletionReport run(Stream<String> ids) {
    return job().run(IdSource.of(ids));
  }

  /**
   * Deletes the resources: see {@link #run(Stream)}.
   *
   * @param ids read one by one on this thread. An {@link IdSelection} is first read to its end into
   *     a temporary file of about 40 bytes per ID, in the folder of the journal or, without one, in
   *     the system's temporary folder
   * @return the report
   */
  public DeletionReport run(Iterable<String> ids) {
    return job().run(source(ids));
  }

  /**
   * Deletes the resources: see {@link #run(Stream)}.
   *
   * @param ids read one by one on this thread
   * @return the report
   */
  public DeletionReport run(Iterator<String> ids) {
    return job().run(IdSource.of(ids));
  }

  /**
   * Deletes in the background.
   *
   * @param ids read one by one on a thread of the job; not closed
   * @return the running job
   */
  public DeletionJob start(Stream<String> ids) {
    return DeletionJob.start(job(), IdSource.of(ids));
  }

  /**
   * Deletes in the background.
   *
   * @param ids read on a thread of the job, as in {@link #run(Iterable)}
   * @return the running job
   */
  public DeletionJob start(Iterable<String> ids) {
    return DeletionJob.start(job(), source(ids));
  }

  /**
   * Deletes in the background.
   *
   * @param ids read one by one on a thread of the job
   * @return the running job
   */
  public DeletionJob start(Iterator<String> ids) {
    return DeletionJob.start(job(), IdSource.of(ids));
  }

  private IdSource source(Iterable<String> ids) {
    if (ids instanceof IdSelection<?> selection && !settings.dryRun()) {
      Path journal = settings.journal();
      return new ListingSource(
          selection, journal == null ? null : journal.toAbsolutePath().getParent());
    }
    return (consumer, stopped) -> IdSource.of(ids.iterator()).passTo(consumer, stopped);
  }

  private DeletionTask job() {
    return new DeletionTask(settings);
  }
}
