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
 * What runs cost, from the API's own figures.
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
 * <p>The cost of a run includes the runs that were made for it: the parse run of an extract run is
 * in the credits of the extract run, so do not add it again. Immutable.
 *
 * @param credits charged by the API, other runs made for these included where the API says so
 * @param runs how many runs these are
 * @param runsWithoutUsage how many of them have no figures: they have not ended, have failed, are
 *     older than 2025-10-07, or are on legacy billing; {@code credits} lacks them
 * @param charges the single items, one for each product and unit; empty for runs before 2026-06-10
 *     and for the short form of a run in lists, which has credits only
 * @see <a href="https://docs.extend.ai/general/how-credits-work">How credits work</a>
 */
public record Usage(BigDecimal credits, int runs, int runsWithoutUsage, List<UsageCharge> charges) {
  /** The cost of no run at all. */
  public static final Usage NONE = new Usage(BigDecimal.ZERO, 0, 0, List.of());

  /** A cost; see the parameters of the record. */
  public Usage {
    charges = List.copyOf(charges);
  }

  /**
   * What a run cost.
   *
   * @param usage of the run; null if it has none
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
   * What a run in a list cost.
   *
   * @param usage of the run; null if it has none
   * @return the cost of one run, without single charges
   */
  public static Usage of(@Nullable RunUsageSummary usage) {
    return usage == null
        ? unknown()
        : new Usage(credits(usage.getTotalCredits(), usage.getCredits()), 1, 0, List.of());
  }

  /**
   * What a run cost, from the JSON of any kind of run or of its short form.
   *
   * @param usage the run's property {@code usage}; null, or JSON's null, if it has none
   * @return the cost of one run
   */
  public static Usage ofJson(@Nullable JsonValue usage) {
    return usage == null || usage.isNull() ? unknown() : of(RunUsage.fromJson(usage.json()));
  }

  /**
   * What these runs and others cost.
   *
   * @param other runs that are not among these
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
