package io.github.extendclient.testing.internal.state;

import java.time.Instant;
import java.util.List;

/**
 * Runs that one request made.
 *
 * @param id with its prefix
 * @param runs the lives of its runs
 */
public record Batch(String id, List<Progress<?>> runs, Instant createdAt) {
  /** The status as the API names it. */
  public String status(Instant now) {
    List<String> statuses = runs.stream().<String>map(run -> run.status(now)).toList();
    if (statuses.stream().allMatch("PENDING"::equals)) {
      return "PENDING";
    }
    if (statuses.contains("PENDING") || statuses.contains("PROCESSING")) {
      return "PROCESSING";
    }
    if (statuses.stream().allMatch("CANCELLED"::equals)) {
      return "CANCELLED";
    }
    return statuses.stream().allMatch("FAILED"::equals) ? "FAILED" : "PROCESSED";
  }
}
