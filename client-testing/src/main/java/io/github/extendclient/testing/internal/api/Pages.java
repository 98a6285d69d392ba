package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.api.PageTokens.Cursor;
import io.github.extendclient.testing.internal.http.Response;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.Table;
import io.github.extendclient.testing.internal.state.Version;
import io.github.extendclient.testing.internal.state.Versioned;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pages of list operations: filters, sorts and cuts the rows of a table. Thread-safe; the
 * tokens of pages are made by {@link PageTokens}.
 */
public final class Pages {
  private static final long DEFAULT_SIZE = 10;
  private static final long MAX_SIZE = 1000;

  /** The times by which resources of one kind are sorted. */
  public interface Times<T> {
    Instant createdAt(T value);

    /** The time of the last change of the resource before {@code asOf}, as far as it is known. */
    Instant updatedAt(T value, Instant asOf);
  }

  /**
   * A list operation.
   *
   * @param envelope the name of the list in the shape of 2025-04-21, {@code null} for the shape of
   *     2026-02-09
   * @param sortedByUpdate true if the operation has {@code sortBy}
   */
  public record Listing<T>(
      @Nullable String envelope,
      boolean sortedByUpdate,
      Times<T> times,
      Function<T, JsonObject> shape) {}

  private record Timed<T>(Table.Row<T> row, long millis) {}

  private final Clock clock;
  private final Duration visibilityDelay;
  private final PageTokens tokens;

  /** Lists that show a resource when it is older than {@code visibilityDelay}. */
  public Pages(Clock clock, String secret, Duration visibilityDelay) {
    this.clock = clock;
    this.visibilityDelay = visibilityDelay;
    this.tokens = new PageTokens(secret);
  }

  /** The times of a resource that never changes. */
  public static <T> Times<T> fixed(Function<T, Instant> createdAt) {
    return times(createdAt, createdAt);
  }

  /** Times that do not depend on {@code asOf}. */
  public static <T> Times<T> times(Function<T, Instant> createdAt, Function<T, Instant> updatedAt) {
    return new Times<>() {
      @Override
      public Instant createdAt(T value) {
        return createdAt.apply(value);
      }

      @Override
      public Instant updatedAt(T value, Instant asOf) {
        return updatedAt.apply(value);
      }
    };
  }

  /** The versions of a resource, the newest first, and the draft before all others. */
  public Response versions(Call call, Versioned owner, Function<Version, JsonObject> shape) {
    List<Version> newestFirst = owner.all();
    List<Table.Row<Version>> rows = new ArrayList<>();
    for (Version version : newestFirst) {
      rows.add(new Table.Row<>(newestFirst.size() - rows.size(), version.key(), version));
    }
    Times<Version> byNumber =
        new Times<>() {
          @Override
          public Instant createdAt(Version version) {
            return version.createdAt();
          }

          @Override
          public Instant updatedAt(Version version, Instant asOf) {
            return asOf; // all the same, so that the numbers of the rows decide
          }
        };
    return response(call, rows, version -> true, new Listing<>(null, true, byNumber, shape));
  }

  public <T> Response response(Call call, Table<T> table, Predicate<T> filter, Listing<T> listing) {
    return response(call, table.rows(), filter, listing);
  }

  public <T> Response response(
      Call call, List<Table.Row<T>> rows, Predicate<T> filter, Listing<T> listing) {
    boolean byUpdate =
        call.queryChoice("sortBy", Set.of("createdAt", "updatedAt"))
            .map("updatedAt"::equals)
            .orElse(listing.sortedByUpdate());
    boolean ascending =
        call.queryChoice("sortDir", Set.of("asc", "desc")).filter("asc"::equals).isPresent();
    int size = (int) size(call);
    String fingerprint = fingerprint(call);
    Optional<Cursor> cursor =
        Optional.ofNullable(call.query().get("nextPageToken"))
            .map(token -> tokens.cursor(token, fingerprint));
    Instant asOf = cursor.map(Cursor::asOf).orElseGet(clock::instant);
    Instant visible = asOf.minus(visibilityDelay);
    Times<T> times = listing.times();

    FirstRows<T> first = new FirstRows<>(size + 1, ascending, cursor.orElse(null));
    for (Table.Row<T> row : rows) {
      T value = row.value();
      if (filter.test(value) && !times.createdAt(value).isAfter(visible)) {
        first.add(row, byUpdate ? times.updatedAt(value, asOf) : times.createdAt(value));
      }
    }

    List<Timed<T>> found = first.sorted();
    List<Timed<T>> page = found.subList(0, Math.min(size, found.size()));
    String next = null;
    if (found.size() > size) {
      Timed<T> last = page.get(size - 1);
      next = tokens.token(new Cursor(asOf, last.millis(), last.row().number()), fingerprint);
    }
    List<JsonObject> data =
        page.stream().map(timed -> listing.shape().apply(timed.row().value())).toList();
    return Response.json(200, envelope(listing.envelope(), data, next));
  }

  /** The first rows after a cursor, at most {@code limit}, so that a list of any length fits. */
  private static final class FirstRows<T> {
    private final int limit;
    private final boolean ascending;
    private final @Nullable Cursor after;
    private final Comparator<Timed<T>> order;
    private final PriorityQueue<Timed<T>> rows;

    FirstRows(int limit, boolean ascending, @Nullable Cursor after) {
      this.limit = limit;
      this.ascending = ascending;
      this.after = after;
      Comparator<Timed<T>> oldestFirst =
          Comparator.<Timed<T>>comparingLong(Timed::millis)
              .thenComparingLong(timed -> timed.row().number());
      this.order = ascending ? oldestFirst : oldestFirst.reversed();
      this.rows = new PriorityQueue<>(order.reversed());
    }

    void add(Table.Row<T> row, Instant time) {
      Timed<T> timed = new Timed<>(row, time.toEpochMilli());
      if (after == null || isAfter(timed, after, ascending)) {
        rows.add(timed);
        if (rows.size() > limit) {
          rows.remove();
        }
      }
    }

    List<Timed<T>> sorted() {
      return rows.stream().sorted(order).toList();
    }
  }

  private static JsonObject envelope(
      @Nullable String name, List<JsonObject> data, @Nullable String next) {
    if (name == null) {
      return JsonObject.of("object", "list").with("data", data).with("nextPageToken", next);
    }
    JsonObject envelope = JsonObject.of("success", true).with(name, data);
    return next == null ? envelope : envelope.with("nextPageToken", next);
  }

  private static boolean isAfter(Timed<?> timed, Cursor last, boolean ascending) {
    int byTime = Long.compare(timed.millis(), last.sortMillis());
    int order = byTime != 0 ? byTime : Long.compare(timed.row().number(), last.number());
    return ascending ? order > 0 : order < 0;
  }

  private static long size(Call call) {
    String given = call.query().get("maxPageSize");
    if (given == null) {
      return DEFAULT_SIZE;
    }
    if (!given.matches("\\d{1,9}")
        || Long.parseLong(given) < 1
        || Long.parseLong(given) > MAX_SIZE) {
      throw ApiException.invalidRequest(
          "The query parameter \"maxPageSize\" must be an integer between 1 and "
              + MAX_SIZE
              + ", but it is \""
              + given
              + "\".");
    }
    return Long.parseLong(given);
  }

  private static String fingerprint(Call call) {
    Map<String, String> others = new TreeMap<>(call.query());
    others.remove("nextPageToken");
    return call.version() + " " + call.path() + " " + others;
  }
}
