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
 * The IDs of the items of a listing that fulfil some conditions.
 *
 * <pre>{@code
 * IdSelection<FileSummary> old =
 *     IdSelection.of(extend.pages(extend.files()::list, params), FileSummary::getId)
 *         .olderThan(Duration.ofDays(90), FileSummary::getCreatedAt)
 *         .where(file -> file.getName().startsWith("acme-"));
 * DeletionReport report = extend.deletions().dryRun().run(old);
 * }</pre>
 *
 * <p>Filter on the server where possible, with the parameters of the listing: a status, a batch, a
 * part of the file name. This needs far less traffic. Use {@link #olderThan} for the age and {@link
 * #where} for other conditions:
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
 * <p>Bulk deletion reads a selection to its end before it deletes the first item, so that no item
 * is skipped, whatever the server's page tokens mean.
 *
 * <p>The trap: an item without a time is never selected by age.
 *
 * <p>Immutable. Each iteration sends the list requests again.
 *
 * @param <T> the type of the items
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
   * Selects the IDs of all items.
   *
   * @param <T> the type of the items
   * @param items a listing such as {@code Pages}, or any items
   * @param id returns the ID of an item
   * @return the selection
   */
  public static <T> IdSelection<T> of(Iterable<? extends T> items, Function<? super T, String> id) {
    return new IdSelection<>(
        Objects.requireNonNull(items, "items"), Objects.requireNonNull(id, "id"), item -> true);
  }

  /**
   * Narrows the selection to items that fulfil a condition.
   *
   * @param condition must be quick
   * @return the smaller selection
   */
  public IdSelection<T> where(Predicate<? super T> condition) {
    Objects.requireNonNull(condition, "condition");
    return new IdSelection<>(items, id, chosen.and(condition));
  }

  /**
   * Narrows the selection to items with a time before the cutoff.
   *
   * @param cutoff the earliest time that is not selected
   * @param time returns the time of an item; an item with null is not selected
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
   * Narrows the selection to items older than an age.
   *
   * @param age counted back from the time of this call
   * @param time returns the time of an item, such as {@code FileSummary::getCreatedAt}; an item
   *     with null is not selected
   * @return the smaller selection
   * @throws IllegalArgumentException if the age is negative, which would select items of the future
   */
  public IdSelection<T> olderThan(
      Duration age, Function<? super T, ? extends @Nullable OffsetDateTime> time) {
    if (age.isNegative()) {
      throw new IllegalArgumentException("The age is " + age + ": give zero or more.");
    }
    return before(OffsetDateTime.now().minus(age), time);
  }

  /**
   * Returns the IDs as a stream.
   *
   * @return a lazy stream, which loads the pages of the listing as it is read
   */
  public Stream<String> stream() {
    return ids(() -> true);
  }

  /**
   * Returns the IDs, until {@code wanted} is false; it is checked before each item of the listing,
   * selected or not.
   */
  Stream<String> ids(BooleanSupplier wanted) {
    Stream<? extends T> all = StreamSupport.stream(items.spliterator(), false);
    return all.takeWhile(item -> wanted.getAsBoolean()).filter(chosen).map(id);
  }

  /** Returns the IDs lazily: loads the pages of the listing during the iteration. */
  @Override
  public Iterator<String> iterator() {
    return stream().iterator();
  }
}
