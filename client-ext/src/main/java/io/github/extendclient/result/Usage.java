package io.github.extendclient.result;

import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.model.RunUsage;
import io.github.extendclient.v20260209.model.RunUsageBreakdownEntry;
import io.github.extendclient.v20260209.model.RunUsageCharge;
import io.github.extendclient.v20260209.model.RunUsageSummary;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cost of runs, as reported by the API.
 *
 * <pre>{@code
 * Usage one = Usage.of(run.getUsage());
 *
 * Usage batch = Usage.NONE;
 * for (ParseRunSummary run : extend.pages(extend.parseRuns()::list, ofBatch)) {
 *   batch = batch.plus(Usage.of(run.getUsage()));
 * }
 * }</pre>
 *
 * <p>The trap: the cost of a run includes its child runs, so do not add the parse run of an extract
 * run again. Immutable.
 *
 * @param credits the credits charged, including child runs if the API reports them
 * @param runs the number of runs
 * @param runsWithoutUsage the number of runs without usage, whose cost is not in {@code credits}:
 *     they have not ended, have failed, are older than 2025-10-07, or are on legacy billing
 * @param charges the charges, one per product and unit; empty for runs before 2026-06-10 and for
 *     run summaries, which have credits only
 * @see <a href="https://docs.extend.ai/general/how-credits-work">How credits work</a>
 */
public record Usage(BigDecimal credits, int runs, int runsWithoutUsage, List<UsageCharge> charges) {
  /** No runs, no cost. */
  public static final Usage NONE = new Usage(BigDecimal.ZERO, 0, 0, List.of());

  /**
   * Creates a cost.
   *
   * @param credits the credits charged
   * @param runs the number of runs
   * @param runsWithoutUsage the number of runs without usage
   * @param charges the charges
   */
  public Usage {
    charges = List.copyOf(charges);
  }

  /**
   * Returns the cost of a run.
   *
   * @param usage the usage of the run; null if it has none
   * @return the cost of one run
   */
  public static Usage of(@Nullable RunUsage usage) {
    if (usage == null) {
      return unknown();
    }
    List<RunUsageBreakdownEntry> breakdown = usage.getBreakdown();
    return new Usage(
        credits(usage.getTotalCredits(), usage.getCredits()),
        1,
        0,
        merged(
            breakdown == null
                ? Stream.empty()
                : breakdown.stream()
                    .map(RunUsageBreakdownEntry::getCharges)
                    .flatMap(Stream::ofNullable)
                    .flatMap(Collection::stream)
                    .map(Usage::charge)));
  }

  /**
   * Returns the cost of a run in a list.
   *
   * @param usage the usage of the run; null if it has none
   * @return the cost of one run, without single charges
   */
  public static Usage of(@Nullable RunUsageSummary usage) {
    return usage == null
        ? unknown()
        : new Usage(credits(usage.getTotalCredits(), usage.getCredits()), 1, 0, List.of());
  }

  /**
   * Returns the cost of a run of any kind, or of a run summary, from its JSON.
   *
   * @param usage the run's property {@code usage}; null, or JSON's null, if it has none
   * @return the cost of one run
   */
  public static Usage ofJson(@Nullable JsonValue usage) {
    return usage == null || usage.isNull() ? unknown() : of(RunUsage.fromJson(usage.json()));
  }

  /**
   * Adds the cost of other runs.
   *
   * @param other the cost of runs that are not among these
   * @return the sum
   */
  public Usage plus(Usage other) {
    return new Usage(
        credits.add(other.credits),
        runs + other.runs,
        runsWithoutUsage + other.runsWithoutUsage,
        merged(Stream.concat(charges.stream(), other.charges.stream())));
  }

  private static Usage unknown() {
    return new Usage(BigDecimal.ZERO, 1, 1, List.of());
  }

  private static BigDecimal credits(@Nullable Double total, double own) {
    return BigDecimal.valueOf(total == null ? own : total);
  }

  private static UsageCharge charge(RunUsageCharge charge) {
    return new UsageCharge(
        charge.getProduct(),
        charge.getUnit(),
        BigDecimal.valueOf(charge.getQuantity()),
        BigDecimal.valueOf(charge.getCredits()));
  }

  private static List<UsageCharge> merged(Stream<UsageCharge> charges) {
    Map<List<String>, UsageCharge> merged = new LinkedHashMap<>();
    charges.forEach(
        charge ->
            merged.merge(List.of(charge.product(), charge.unit()), charge, UsageCharge::plus));
    return List.copyOf(merged.values());
  }
}
