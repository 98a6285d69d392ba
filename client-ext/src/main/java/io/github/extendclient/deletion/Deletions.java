package io.github.extendclient.deletion;

import io.github.extendclient.internal.time.SystemTimeline;
import io.github.extendclient.internal.time.Timeline;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Deletes any number of things by their IDs, each with the operation that its prefix asks for, in
 * whichever API version has it. For retention rules of your own, and for all data of one customer.
 *
 * <pre>{@code
 * try (Stream<String> ids = Files.lines(Path.of("ids.txt"))) {
 *   DeletionReport report =
 *       extend.deletions().journal(Path.of("ids.journal")).concurrency(8).run(ids);
 *   System.out.println(report);
 * }
 * }</pre>
 *
 * <p>With a journal, a sweep that ended early, even by a kill, continues when it is run again with
 * the same journal: IDs that were deleted or gone are not sent again. Without one, an ID that comes
 * twice is sent twice. Memory does not grow with the number of IDs.
 *
 * <p>The IDs can come from a listing as well, by age, status, file name, batch or any condition:
 *
 * <pre>{@code
 * extend.deletions().run(
 *     IdSelection.of(extend.pages(extend.files()::list, params), FileSummary::getId)
 *         .olderThan(Duration.ofDays(90), FileSummary::getCreatedAt));
 * }</pre>
 *
 * <p>The trap: a deletion is final, so make a {@link #dryRun()} first. And a listing that is
 * deleted from while it is read may pass things over: an {@link IdSelection} is therefore read to
 * its end first, but a stream that you make of a listing is not.
 *
 * <p>Settings are for one thread; set them before a run. Each run is independent of the others.
 *
 * @see <a href="https://docs.extend.ai/2026-02-09/developers/api-reference">Delete operations</a>
 */
public final class Deletions {
  // The API's limits are for the whole organization: some of it is left for everything else.
  private static final int DEFAULT_CONCURRENCY = 8;
  private static final int HIGHEST_CONCURRENCY = 1000;
  private static final int DEFAULT_FAILURES_IN_A_ROW = 100;

  private final Router router;
  private final Timeline timeline;
  private @Nullable Path journal;
  private int concurrency = DEFAULT_CONCURRENCY;
  private @Nullable DeletionPace pace;
  private Consumer<? super DeletionProgress> listener = progress -> {};
  private int maxFailuresInARow = DEFAULT_FAILURES_IN_A_ROW;
  private boolean dryRun;

  Deletions(Router router, Timeline timeline) {
    this.router = router;
    this.timeline = timeline;
  }

  /**
   * Deletions with the operations of some API versions; a client's own {@code deletions()} is
   * usually what you want.
   *
   * @param versions objects whose accessors return generated interfaces, such as a client and its
   *     {@code v20250421()}; where several can delete an ID and none is deprecated, the first
   * @return with default settings
   * @throws IllegalArgumentException if there is no delete operation among them
   */
  public static Deletions over(Object... versions) {
    return new Deletions(new AnnotatedRouter(List.of(versions)), SystemTimeline.INSTANCE);
  }

  /**
   * The journal: a text file with a line for each result, on the disk before the result is counted.
   * It is made if it does not exist, and continued if it does; one sweep at a time can have it.
   *
   * @param journal its folder must exist, and takes a temporary index of 32 to 128 bytes for each
   *     ID while the sweep runs
   * @return this
   */
  public Deletions journal(Path journal) {
    this.journal = Objects.requireNonNull(journal, "journal");
    return this;
  }

  /**
   * How many requests may be under way at once. Each is a thread that waits for its response.
   *
   * @param requests from 1 to 1000; 8 if not set
   * @return this
   * @throws IllegalArgumentException if it is outside of that
   */
  public Deletions concurrency(int requests) {
    if (requests < 1 || requests > HIGHEST_CONCURRENCY) {
      throw new IllegalArgumentException(
          "The concurrency is " + requests + ": give from 1 to " + HIGHEST_CONCURRENCY + ".");
    }
    this.concurrency = requests;
    return this;
  }

  /**
   * How fast requests are sent; without it, as fast as the concurrency allows, for which as many
   * IDs more are read ahead. The client's retries after a 429 are not held back by it.
   *
   * @param pace such as {@link DeletionPace#perSecond}
   * @return this
   */
  public Deletions pace(DeletionPace pace) {
    this.pace = Objects.requireNonNull(pace, "pace");
    return this;
  }

  /**
   * Is told of progress after each write to the journal, and as often without one; and a last time
   * when the last result is in.
   *
   * @param listener must be quick, as no result is written meanwhile; is called by one thread at a
   *     time, which is not the one that runs the sweep. What it throws ends the sweep and is thrown
   * @return this
   */
  public Deletions onProgress(Consumer<? super DeletionProgress> listener) {
    this.listener = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * How many failures in a row end a sweep, as in an outage. A refused key, 401 or 403, ends it at
   * once whatever is set here.
   *
   * @param failures at least 1; 100 if not set
   * @return this
   * @throws IllegalArgumentException if it is less than 1
   */
  public Deletions maxFailuresInARow(int failures) {
    if (failures < 1) {
      throw new IllegalArgumentException(
          "maxFailuresInARow is " + failures + ": give 1 to stop at the first failure, or more.");
    }
    this.maxFailuresInARow = failures;
    return this;
  }

  /**
   * Routes and counts, but sends nothing and writes nothing. A journal is read, to skip what it
   * says is done.
   *
   * @return this
   */
  public Deletions dryRun() {
    this.dryRun = true;
    return this;
  }

  /**
   * Deletes, and returns when all is done. Interrupting the thread ends the sweep: what is under
   * way is waited for, the report says {@link DeletionEnding#STOPPED}, and the thread's flag stays
   * set.
   *
   * @param ids read one by one on this thread; not closed
   * @return what was done
   * @throws java.io.UncheckedIOException if the journal cannot be read or written
   * @throws IllegalArgumentException if the journal is some other file
   * @throws IllegalStateException if another sweep has the journal
   * @throws RuntimeException what {@code ids} or the listener threw, after what was under way has
   *     been written to the journal
   */
  public DeletionReport run(Stream<String> ids) {
    return sweep().run(IdSource.of(ids));
  }

  /**
   * Deletes, and returns when all is done: see {@link #run(Stream)}.
   *
   * @param ids read one by one on this thread. An {@link IdSelection} is read to its end first; its
   *     IDs wait in a temporary file of some 40 bytes for each, in the folder of the journal, or
   *     without one in the system's
   * @return what was done
   */
  public DeletionReport run(Iterable<String> ids) {
    return sweep().run(source(ids));
  }

  /**
   * Deletes, and returns when all is done: see {@link #run(Stream)}.
   *
   * @param ids read one by one on this thread
   * @return what was done
   */
  public DeletionReport run(Iterator<String> ids) {
    return sweep().run(IdSource.of(ids));
  }

  /**
   * Deletes in the background.
   *
   * @param ids read one by one on a thread of the sweep, and not closed
   * @return the sweep, which has begun
   */
  public DeletionSweep start(Stream<String> ids) {
    return DeletionSweep.start(sweep(), IdSource.of(ids));
  }

  /**
   * Deletes in the background.
   *
   * @param ids read on a thread of the sweep, as by {@link #run(Iterable)}
   * @return the sweep, which has begun
   */
  public DeletionSweep start(Iterable<String> ids) {
    return DeletionSweep.start(sweep(), source(ids));
  }

  /**
   * Deletes in the background.
   *
   * @param ids read one by one on a thread of the sweep
   * @return the sweep, which has begun
   */
  public DeletionSweep start(Iterator<String> ids) {
    return DeletionSweep.start(sweep(), IdSource.of(ids));
  }

  private IdSource source(Iterable<String> ids) {
    if (ids instanceof IdSelection<?> selection && !dryRun) {
      return new ListingSource(
          selection, journal == null ? null : journal.toAbsolutePath().getParent());
    }
    return (goOn, stopped) -> IdSource.of(ids.iterator()).feed(goOn, stopped);
  }

  private Sweep sweep() {
    return new Sweep(
        new SweepSettings(
            router, journal, concurrency, pace, listener, maxFailuresInARow, dryRun, timeline));
  }
}
