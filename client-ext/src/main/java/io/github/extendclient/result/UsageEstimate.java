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
 * What a run will cost, before it is sent, as far as the configuration and the number of pages
 * tell.
 *
 * <pre>{@code
 * UsageEstimate estimate = UsageEstimate.of(INVOICE.config().build(), 12);
 * if (estimate.high() == null || estimate.high().compareTo(budget) > 0) {
 *   askSomeone(estimate);
 * }
 * }</pre>
 *
 * <p>The rates are those that the API's documentation names in November 2026; they are not part of
 * the contract of the API and a plan may have others. What a run did cost is {@link Usage}.
 *
 * @param low credits that are charged at least
 * @param high credits that are charged at most; null if there is no bound, as with the usage of an
 *     agent, with spreadsheets that are charged by cell, and with what is newer than this client
 * @param basis the single items, such as {@code 12 pages × 2 (parse_performance)}
 * @see <a href="https://docs.extend.ai/general/how-credits-work">How credits work</a>
 */
public record UsageEstimate(BigDecimal low, @Nullable BigDecimal high, List<String> basis) {
  /** An estimate; see the parameters of the record. */
  public UsageEstimate {
    basis = List.copyOf(basis);
  }

  /**
   * The estimate of a parse run.
   *
   * @param config of the run; null for the defaults of the API
   * @param pages of the document, at least 0
   * @return the estimate
   */
  public static UsageEstimate of(@Nullable ParseConfig config, int pages) {
    return new Rates(pages).parse(config).estimate();
  }

  /**
   * The estimate of an extract run, its parse run included.
   *
   * @param config of the run
   * @param pages of the document, at least 0
   * @return the estimate
   */
  public static UsageEstimate of(ExtractConfigJson config, int pages) {
    return new Rates(pages).parse(config.getParseConfig()).extract(config).estimate();
  }

  /**
   * The estimate of a classify run, its parse run included.
   *
   * @param config of the run
   * @param pages of the document, at least 0
   * @return the estimate
   */
  public static UsageEstimate of(ClassifyConfig config, int pages) {
    return new Rates(pages).parse(config.getParseConfig()).classify(config).estimate();
  }

  /**
   * The estimate of a split run, its parse run included.
   *
   * @param config of the run
   * @param pages of the document, at least 0
   * @return the estimate
   */
  public static UsageEstimate of(SplitConfig config, int pages) {
    return new Rates(pages).parse(config.getParseConfig()).split(config).estimate();
  }

  /**
   * The estimate for two runs together.
   *
   * @param other estimate of another run
   * @return the sum; without an upper bound if one of them has none
   */
  public UsageEstimate plus(UsageEstimate other) {
    List<String> all = new ArrayList<>(basis);
    all.addAll(other.basis);
    return new UsageEstimate(
        low.add(other.low), high == null || other.high == null ? null : high.add(other.high), all);
  }
}
