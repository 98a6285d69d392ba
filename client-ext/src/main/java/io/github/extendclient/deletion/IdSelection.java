package io.github.extendclient.deletion;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The IDs of those items of a listing that some conditions choose.
 *
 * <pre>{@code
 * IdSelection<FileSummary> old =
 *     IdSelection.of(extend.pages(extend.files()::list, params), FileSummary::getId)
 *         .olderThan(Duration.ofDays(90), FileSummary::getCreatedAt)
 *         .where(file -> file.getName().startsWith("acme-"));
 * DeletionReport report = extend.deletions().dryRun().run(old);
 * }</pre>
 *
 * <p>What the server can filter it does with far less traffic, so set it in the parameters of the
 * listing: a status, a batch, a part of the file name. All else is for {@link #where}, and the age
 * for {@link #olderThan}:
 *
 * <pre>{@code
 * extend.deletions().journal(Path.of("batch.journal")).run(
 *     IdSelection.of(
 *         extend.pages(
 *             extend.extractRuns()::list,
 *             ExtractRunsApi.ListParams.builder().batchId("bpr_1").build()),
 *         ExtractRunSummary::getId));
 * }</pre>
 *
 * <p>Bulk deletion reads such a selection to its end before it deletes the first item, so that
 * nothing is passed over, whatever the server's page tokens mean.
 *
 * <p>The trap: an item without a time is never chosen as old.
 *
 * <p>Immutable. Every iteration lists anew.
 *
 * @param <T> the items
 */
public final class IdSelection<T> implements Iterable<String> {
  private final Iterable<? extends T> items;
  private final Function<? super T, String> id;
  private final Predicate<T> chosen;

  private IdSelection(
      Iterable<? extends T> items, Function<? super T, String> id, Predicate<T> chosen) {
    this.items = items;
    this.id = id;
    this.chosen = chosen;
  }

  /**
   * The IDs of all items.
   *
   * @param <T> the items
   * @param items a listing such as {@code Pages}, or any items
   * @param id reads the ID of an item
   * @return the selection
   */
  public static <T> IdSelection<T> of(Iterable<? extends T> items, Function<? super T, String> id) {
    return new IdSelection<>(
        Objects.requireNonNull(items, "items"), Objects.requireNonNull(id, "id"), item -> true);
  }

  /**
   * Of these, only those that fulfil a condition too.
   *
   * @param condition must be quick
   * @return the smaller selection
   */
  public IdSelection<T> where(Predicate<? super T> condition) {
    Objects.requireNonNull(condition, "condition");
    return new IdSelection<>(items, id, chosen.and(condition));
  }

  /**
   * Of these, only those with a time before another.
   *
   * @param cutoff the first time that is not chosen
   * @param time reads the time of an item; null keeps the item
   * @return the smaller selection
   */
  public IdSelection<T> before(
      OffsetDateTime cutoff, Function<? super T, ? extends @Nullable OffsetDateTime> time) {
    Objects.requireNonNull(cutoff, "cutoff");
    Objects.requireNonNull(time, "time");
    return where(
        item -> {
          OffsetDateTime at = time.apply(item);
          return at != null && at.isBefore(cutoff);
        });
  }

  /**
   * Of these, only those of more than some age.
   *
   * @param age counted back from now, when this method is called
   * @param time reads the time of an item, such as {@code FileSummary::getCreatedAt}; null keeps
   *     the item
   * @return the smaller selection
   * @throws IllegalArgumentException if the age is negative, which would choose what is yet to come
   */
  public IdSelection<T> olderThan(
      Duration age, Function<? super T, ? extends @Nullable OffsetDateTime> time) {
    if (age.isNegative()) {
      throw new IllegalArgumentException("The age is " + age + ": give zero or more.");
    }
    return before(OffsetDateTime.now().minus(age), time);
  }

  /**
   * The IDs.
   *
   * @return loads what it needs of the listing while it is read
   */
  public Stream<String> stream() {
    return ids(() -> true);
  }

  /** The IDs, as long as the next item is wanted, be it chosen or not. */
  Stream<String> ids(BooleanSupplier wanted) {
    Stream<? extends T> all = StreamSupport.stream(items.spliterator(), false);
    return all.takeWhile(item -> wanted.getAsBoolean()).filter(chosen).map(id);
  }

  /** The IDs; loads what it needs of the listing while it is read. */
  @Override
  public Iterator<String> iterator() {
    return stream().iterator();
  }
}
