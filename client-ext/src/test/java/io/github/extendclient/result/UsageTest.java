package io.github.extendclient.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.v20260209.model.AgenticOptions;
import io.github.extendclient.v20260209.model.ArrayStrategy;
import io.github.extendclient.v20260209.model.ArrayStrategyType;
import io.github.extendclient.v20260209.model.ExtractAdvancedOptions;
import io.github.extendclient.v20260209.model.ExtractBaseProcessor;
import io.github.extendclient.v20260209.model.ExtractConfigJson;
import io.github.extendclient.v20260209.model.PageRange;
import io.github.extendclient.v20260209.model.ParseAdvancedOptions;
import io.github.extendclient.v20260209.model.ParseBlockOptions;
import io.github.extendclient.v20260209.model.ParseConfig;
import io.github.extendclient.v20260209.model.ParseEngine;
import io.github.extendclient.v20260209.model.ReviewAgentOptions;
import io.github.extendclient.v20260209.model.RunUsage;
import io.github.extendclient.v20260209.model.RunUsageBreakdownEntry;
import io.github.extendclient.v20260209.model.RunUsageCharge;
import io.github.extendclient.v20260209.model.RunUsageObject;
import io.github.extendclient.v20260209.model.RunUsageSummary;
import io.github.extendclient.v20260209.model.TableOptions;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsageTest {
  private static final RunUsage EXTRACT =
      RunUsage.builder()
          .credits(3.0)
          .totalCredits(5.0)
          .breakdown(
              List.of(
                  entry("exr_1", charge("extraction_performance", 1, 3)),
                  entry("pr_1", charge("parse_performance", 1, 2))))
          .build();

  @Test
  void theCostOfARunIncludesTheRunsMadeForIt() {
    assertThat(Usage.of(EXTRACT))
        .isEqualTo(
            new Usage(
                new BigDecimal("5.0"),
                1,
                0,
                List.of(
                    usage("extraction_performance", "1.0", "3.0"),
                    usage("parse_performance", "1.0", "2.0"))));
  }

  @Test
  void theCostsOfABatchAddUpAndRunsWithoutFiguresAreCounted() {
    Usage batch =
        Usage.NONE
            .plus(Usage.of(EXTRACT))
            .plus(Usage.of(EXTRACT))
            .plus(Usage.of(RunUsageSummary.builder().credits(0.3).build()))
            .plus(Usage.of((RunUsage) null));

    assertThat(batch.credits()).isEqualByComparingTo("10.3");
    assertThat(batch.runs()).isEqualTo(4);
    assertThat(batch.runsWithoutUsage()).isEqualTo(1);
    assertThat(batch.charges())
        .containsExactly(
            usage("extraction_performance", "2.0", "6.0"),
            usage("parse_performance", "2.0", "4.0"));
  }

  @Test
  void aParseRunIsEstimatedByItsPages() {
    UsageEstimate estimate = UsageEstimate.of((ParseConfig) null, 10);

    assertThat(estimate.low()).isEqualByComparingTo("20");
    assertThat(estimate.high()).isEqualByComparingTo("20");
    assertThat(estimate.basis()).containsExactly("10 pages × 2 (parse_performance)");
  }

  @Test
  void pageRangesCorrectionsAndTheAutomaticEngineGiveARange() {
    ParseConfig config =
        ParseConfig.builder()
            .engine(ParseEngine.PARSE_AUTO)
            .advancedOptions(
                ParseAdvancedOptions.builder()
                    .pageRanges(List.of(range(1, 2), range(2, 4), range(9, 99)))
                    .build())
            .blockOptions(
                ParseBlockOptions.builder()
                    .tables(
                        TableOptions.builder()
                            .agentic(AgenticOptions.builder().enabled(true).build())
                            .build())
                    .build())
            .build();

    assertRange(UsageEstimate.of(config, 10), "1.8", "18");
  }

  @Test
  void anExtractRunIncludesItsParseRunTheReviewAgentAndTheArrayStrategy() {
    ExtractConfigJson config =
        ExtractConfigJson.builder()
            .advancedOptions(
                ExtractAdvancedOptions.builder()
                    .reviewAgent(ReviewAgentOptions.builder().enabled(true).build())
                    .arrayStrategy(
                        ArrayStrategy.builder()
                            .type(ArrayStrategyType.LARGE_ARRAY_MAX_CONTEXT)
                            .build())
                    .build())
            .build();

    UsageEstimate estimate = UsageEstimate.of(config, 2);

    assertRange(estimate, "18", "18");
    assertThat(estimate.basis())
        .containsExactly(
            "2 pages × 2 (parse_performance)",
            "2 pages × 6 (extraction_performance)",
            "2 pages × 1 (review agent)");
  }

  @Test
  void anAgentHasNoUpperBound() {
    ExtractConfigJson config =
        ExtractConfigJson.builder().baseProcessor(ExtractBaseProcessor.EXTRACTION_OPERATOR).build();

    assertRange(UsageEstimate.of(config, 40), "160", null);
    assertRange(UsageEstimate.of(config, 40).plus(UsageEstimate.of(config, 40)), "320", null);
  }

  @Test
  void anEngineThatIsNewerThanThisClientHasNoUpperBound() {
    ParseConfig config = ParseConfig.builder().engine(ParseEngine.of("parse_next")).build();

    assertRange(UsageEstimate.of(config, 3), "0", null);
  }

  @Test
  void aNegativeNumberOfPagesIsRefused() {
    assertThatThrownBy(() -> UsageEstimate.of((ParseConfig) null, -1))
        .hasMessage("A document cannot have -1 pages.");
  }

  private static void assertRange(UsageEstimate estimate, String low, @Nullable String high) {
    assertThat(estimate.low()).isEqualByComparingTo(low);
    if (high == null) {
      assertThat(estimate.high()).isNull();
    } else {
      assertThat(estimate.high()).isEqualByComparingTo(high);
    }
  }

  private static PageRange range(int start, int end) {
    return PageRange.builder().start(start).end(end).build();
  }

  private static RunUsageBreakdownEntry entry(String id, RunUsageCharge charge) {
    return RunUsageBreakdownEntry.builder()
        .object(RunUsageObject.EXTRACT_RUN)
        .id(id)
        .credits(charge.getCredits())
        .charges(List.of(charge))
        .build();
  }

  private static RunUsageCharge charge(String product, double quantity, double credits) {
    return RunUsageCharge.builder()
        .product(product)
        .unit("page")
        .quantity(quantity)
        .credits(credits)
        .build();
  }

  private static UsageCharge usage(String product, String quantity, String credits) {
    return new UsageCharge(product, "page", new BigDecimal(quantity), new BigDecimal(credits));
  }
}
