package io.github.extendclient.testing;

import io.github.extendclient.testing.internal.http.Request;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts all requests and keeps the latest. */
final class RequestLog {
  /** Enough for any test of single requests; limits the memory under load. */
  private static final int REMEMBERED = 10_000;

  private final Deque<RecordedRequest> calls = new ArrayDeque<>();
  private final Map<String, AtomicInteger> received = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> accepted = new ConcurrentHashMap<>();

  void received(@Nullable String operation) {
    count(received, operation);
  }

  void accepted(@Nullable String operation) {
    count(accepted, operation);
  }

  void add(RecordedRequest call) {
    synchronized (calls) {
      if (calls.size() == REMEMBERED) {
        calls.remove();
      }
      calls.add(call);
    }
  }

  List<RecordedRequest> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  int receivedCount(String operation) {
    return count(received.get(operation));
  }

  int acceptedCount(String operation) {
    return count(accepted.get(operation));
  }

  /** The headers of a request without its secret. */
  static Map<String, List<String>> headers(Request request) {
    Map<String, List<String>> shown = request.headers().toMap();
    shown.computeIfPresent("authorization", (name, secret) -> List.of("(hidden)"));
    return shown;
  }

  private static void count(Map<String, AtomicInteger> counts, @Nullable String operation) {
    if (operation != null) {
      counts.computeIfAbsent(operation, o -> new AtomicInteger()).incrementAndGet();
    }
  }

  private static int count(@Nullable AtomicInteger count) {
    return count == null ? 0 : count.get();
  }
}
