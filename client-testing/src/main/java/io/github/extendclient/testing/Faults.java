package io.github.extendclient.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Decides which requests meet which {@link Fault}. The name of an operation is its method and path
 * template, such as {@code GET /parse_runs/{id}}, in both API versions; {@link #ANY} means all
 * operations.
 *
 * <p>A request meets the first fault that is queued for its operation, otherwise the first that is
 * queued for {@link #ANY}. Without a queued fault, the rates of its operation, and then those of
 * {@link #ANY}, are tried in the order in which they were set. Random numbers come from the
 * server's seed, so the same sequence of requests meets the same faults.
 *
 * <p>Thread-safe.
 */
public final class Faults {
  /** All operations. */
  public static final String ANY = "*";

  private final Supplier<Set<String>> operations;
  private final Random random;
  private final Map<String, Deque<Fault>> queues = new HashMap<>();
  private final Map<String, List<Rate>> rates = new HashMap<>();

  Faults(Supplier<Set<String>> operations, long seed) {
    this.operations = operations;
    this.random = new Random(seed);
  }

  private record Rate(double share, Fault fault) {}

  /**
   * Queues a fault for the next request of an operation, after the faults that are queued already.
   *
   * @param operation method and path template, or {@link #ANY}
   * @param fault the fault
   * @throws IllegalArgumentException if the server has no such operation
   */
  public void next(String operation, Fault fault) {
    next(operation, 1, fault);
  }

  /**
   * Queues a fault for the next {@code times} requests of an operation.
   *
   * @param operation method and path template, or {@link #ANY}
   * @param times the number of requests, zero or more
   * @param fault the fault
   * @throws IllegalArgumentException if the server has no such operation or {@code times} is
   *     negative
   */
  public synchronized void next(String operation, int times, Fault fault) {
    check(operation);
    if (times < 0) {
      throw new IllegalArgumentException("times must not be negative, but is " + times);
    }
    for (int i = 0; i < times; i++) {
      queues.computeIfAbsent(operation, o -> new ArrayDeque<>()).add(fault);
    }
  }

  /**
   * Sets a fault for a random share of all later requests of an operation.
   *
   * @param operation method and path template, or {@link #ANY}
   * @param share from 0 (none) to 1 (all)
   * @param fault the fault
   * @throws IllegalArgumentException if the server has no such operation or {@code share} is
   *     outside 0 to 1
   */
  public synchronized void rate(String operation, double share, Fault fault) {
    check(operation);
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share must be between 0 and 1, but is " + share);
    }
    rates.computeIfAbsent(operation, o -> new ArrayList<>()).add(new Rate(share, fault));
  }

  /** Removes all queued faults and all rates. */
  public synchronized void clear() {
    queues.clear();
    rates.clear();
  }

  synchronized Fault take(String operation) {
    return queued(operation)
        .or(() -> queued(ANY))
        .or(() -> byChance(operation))
        .or(() -> byChance(ANY))
        .orElseGet(Fault::none);
  }

  private Optional<Fault> queued(String operation) {
    return Optional.ofNullable(queues.get(operation)).map(Deque::poll);
  }

  private Optional<Fault> byChance(String operation) {
    return rates.getOrDefault(operation, List.of()).stream()
        .filter(rate -> random.nextDouble() < rate.share())
        .map(Rate::fault)
        .findFirst();
  }

  void check(String operation) {
    if (operation.equals(ANY)) {
      return;
    }
    Set<String> known = operations.get();
    if (!known.contains(operation)) {
      List<String> alike =
          known.stream().filter(one -> isAlike(root(one), root(operation))).toList();
      throw new IllegalArgumentException(
          "the server has no operation \""
              + operation
              + "\": use \""
              + ANY
              + "\" or one of "
              + (alike.isEmpty() ? "the API, such as POST /parse_runs" : String.join(", ", alike)));
    }
  }

  private static boolean isAlike(String known, String asked) {
    return known.startsWith(asked) || asked.startsWith(known);
  }

  /** The first segment of the path of an operation. */
  private static String root(String operation) {
    String path = operation.substring(operation.indexOf('/') + 1);
    return path.substring(0, path.indexOf('/') < 0 ? path.length() : path.indexOf('/'));
  }
}
