package io.github.extendclient.testing.internal.api;

import io.github.extendclient.testing.internal.http.Response;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.Table;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pages of list operations. The token of the next page holds the last item of this page
 * and all other parameters, which must not change between pages; it is signed.
 */
public final class Pages {
  private static final long DEFAULT_SIZE = 10;
  private static final long MAX_SIZE = 1000;
  private static final int MAC_BYTES = 16;

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

  private record Cursor(Instant asOf, long sortMillis, long number) {}

  private final Clock clock;
  private final Duration visibilityDelay;
  private final SecretKeySpec key;

  /** Lists that show a resource when it is older than {@code visibilityDelay}. */
  public Pages(Clock clock, String secret, Duration visibilityDelay) {
    this.clock = clock;
    this.visibilityDelay = visibilityDelay;
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
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
            .map(token -> cursor(token, fingerprint));
    Instant asOf = cursor.map(Cursor::asOf).orElseGet(clock::instant);
    Comparator<Timed<T>> oldestFirst =
        Comparator.<Timed<T>>comparingLong(Timed::millis)
            .thenComparingLong(timed -> timed.row().number());
    Comparator<Timed<T>> order = ascending ? oldestFirst : oldestFirst.reversed();
    PriorityQueue<Timed<T>> first = new PriorityQueue<>(order.reversed());
    Instant visible = asOf.minus(visibilityDelay);
    for (Table.Row<T> row : rows) {
      if (!filter.test(row.value()) || listing.times().createdAt(row.value()).isAfter(visible)) {
        continue;
      }
      Instant time =
          byUpdate
              ? listing.times().updatedAt(row.value(), asOf)
              : listing.times().createdAt(row.value());
      Timed<T> timed = new Timed<>(row, time.toEpochMilli());
      if (cursor.isEmpty() || isAfter(timed, cursor.get(), ascending)) {
        first.add(timed);
        if (first.size() > size + 1) {
          first.remove();
        }
      }
    }
    List<Timed<T>> found = first.stream().sorted(order).toList();
    List<Timed<T>> page = found.subList(0, Math.min(size, found.size()));
    String next = null;
    if (found.size() > size) {
      Timed<T> last = page.get(size - 1);
      next = token(new Cursor(asOf, last.millis(), last.row().number()), fingerprint);
    }
    List<JsonObject> data =
        page.stream().map(timed -> listing.shape().apply(timed.row().value())).toList();
    return Response.json(200, envelope(listing.envelope(), data, next));
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

  private String token(Cursor cursor, String fingerprint) {
    String payload =
        cursor.asOf().toEpochMilli() + "," + cursor.sortMillis() + "," + cursor.number();
    Base64.Encoder base64 = Base64.getEncoder();
    return base64.encodeToString(mac(payload + "," + fingerprint))
        + ":"
        + base64.encodeToString(payload.getBytes(StandardCharsets.UTF_8));
  }

  private Cursor cursor(String token, String fingerprint) {
    try {
      int colon = token.indexOf(':');
      byte[] mac = Base64.getDecoder().decode(token.substring(0, Math.max(colon, 0)));
      String payload =
          new String(
              Base64.getDecoder().decode(token.substring(colon + 1)), StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(mac, mac(payload + "," + fingerprint))) {
        String[] parts = payload.split(",");
        return new Cursor(
            Instant.ofEpochMilli(Long.parseLong(parts[0])),
            Long.parseLong(parts[1]),
            Long.parseLong(parts[2]));
      }
    } catch (IllegalArgumentException e) {
      // Not base64: refused like any other token that was not made here.
    }
    throw ApiException.invalidRequest(
        "The query parameter \"nextPageToken\" is none that this list gave out for these"
            + " parameters: send it unchanged, with all other parameters as before.");
  }

  private byte[] mac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), MAC_BYTES);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new AssertionError("every Java platform has HmacSHA256", e);
    }
  }
}
