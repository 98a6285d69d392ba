package io.github.extendclient.testing.internal.api;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Counts the requests of each category in each second. */
public final class RateLimits {
  private static final Set<String> RUN_TEMPLATES =
      Set.of(
          "/parse",
          "/parse/async",
          "/extract",
          "/classify",
          "/split",
          "/edit",
          "/edit/async",
          "/detect_form",
          "/edit_schemas/generate");

  private final Clock clock;
  private final Map<String, Integer> limits;
  private final Map<String, Integer> counts = new HashMap<>();
  private long second;

  /**
   * Limits by category; other categories have no limit.
   *
   * @param limits requests in a second by {@code GET}, {@code WRITE} and {@code RUN}
   */
  public RateLimits(Clock clock, Map<String, Integer> limits) {
    this.clock = clock;
    this.limits = limits;
  }

  /** Counts a request, and rejects it if it exceeds the limit. */
  public void check(Route route) {
    String category = category(route.method(), route.template());
    Integer limit = limits.get(category);
    if (limit != null && count(category) > limit) {
      throw ApiException.rateLimited(
          "More than " + limit + " requests of the category " + category + " in this second.");
    }
  }

  public static String category(String method, String template) {
    if (method.equals("GET")) {
      return "GET";
    }
    boolean run =
        method.equals("POST")
            && (RUN_TEMPLATES.contains(template)
                || template.endsWith("_runs")
                || template.endsWith("_runs/batch"));
    return run ? "RUN" : "WRITE";
  }

  private synchronized int count(String category) {
    long now = clock.instant().getEpochSecond();
    if (now != second) {
      second = now;
      counts.clear();
    }
    return counts.merge(category, 1, Integer::sum);
  }
}
