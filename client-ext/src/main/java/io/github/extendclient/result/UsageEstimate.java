package io.github.extendclient.result;

import io.github.extendclient.v20260209.model.ClassifyConfig;
import io.github.extendclient.v20260209.model.ExtractConfigJson;
import io.github.extendclient.v20260209.model.ParseConfig;
import io.github.extendclient.v20260209.model.SplitConfig;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An estimate of the cost of a run before it is created, from its configuration and the number of
 * pages.
 *
 * <pre>{@code
 * UsageEstimate estimate = UsageEstimate.of(INVOICE.config().build(), 12);
 * if (estimate.high() == null || estimate.high().compareTo(budget) > 0) {
 *   askSomeone(estimate);
 * }
 * }</pre>
 *
 * <p>The rates are those of the API's documentation in November 2026. They are not part of the
 * API's contract, and a plan may have others. {@link Usage} has the actual cost.
 *
 * @param low the minimum of credits
 * @param high the maximum of credits; null if unbounded, as for the usage of an agent, spreadsheets
 *     charged by cell, and options that this client does not know
 * @param basis the charges, such as {@code 12 pages × 2 (parse_performance)}
 * @see <a href="https://docs.extend.ai/general/how-credits-work">How credits work</a>
 */
public record UsageEstimate(BigDecimal low, @Nullable BigDecimal high, List<String> basis) {
  /**
   * Creates an estimate.
   *
   * @param low the minimum of credits
   * @param high the maximum of credits, or null
   * @param basis the charges
   */
  public UsageEstimate {
    basis = List.copyOf(basis);
  }

  /**
   * Estimates a parse run.
   *
   * @param config the configuration; null for the API's defaults
   * @param pages the number of pages, at least 0
   * @return the estimate
   */
  public static UsageEstimate of(@Nullable ParseConfig config, int pages) {
    return new Rates(pages).parse(config).estimate();
  }

  /**
   * Estimates an extract run, including its parse run.
   *
   * @param config the configuration
   * @param pages the number of pages, at least 0
   * @return the estimate
   */
  public static UsageEstimate of(ExtractConfigJson config, int pages) {
    return new Rates(pages).parse(config.getParseConfig()).extract(config).estimate();
  }

  /**
   * Estimates a classify run, including its parse run.
   *
   * @param config the configuration
   * @param pages the number of pages, at least 0
   * @return the estimate
   */
  public static UsageEstimate of(ClassifyConfig config, int pages) {
    return new Rates(pages).parse(config.getParseConfig()).classify(config).estimate();
  }

  /**
   * Estimates a split run, including its parse run.
   *
   * @param config the configuration
   * @param pages the number of pages, at least 0
   * @return the estimate
   */
  public static UsageEstimate of(SplitConfig config, int pages) {
    return new Rates(pages).parse(config.getParseConfig()).split(config).estimate();
  }

  /**
   * Adds the estimate of another run.
   *
   * @param other the other estimate
   * @return the sum, without an upper bound if either has none
   */
  public UsageEstimate plus(UsageEstimate other) {
    List<String> all = new ArrayList<>(basis);
    all.addAll(other.basis);
    return new UsageEstimate(
        low.add(other.low), high == null || other.high == null ? null : high.add(other.high), all);
  }
}
