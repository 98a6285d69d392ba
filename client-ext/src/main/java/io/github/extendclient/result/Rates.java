package io.github.extendclient.result;

import io.github.extendclient.runtime.OpenEnum;
import io.github.extendclient.v20260209.model.ArrayStrategyType;
import io.github.extendclient.v20260209.model.ClassifyConfig;
import io.github.extendclient.v20260209.model.ExcelParsingMode;
import io.github.extendclient.v20260209.model.ExtractAdvancedOptions;
import io.github.extendclient.v20260209.model.ExtractConfigJson;
import io.github.extendclient.v20260209.model.PageRange;
import io.github.extendclient.v20260209.model.ParseBlockOptions;
import io.github.extendclient.v20260209.model.ParseConfig;
import io.github.extendclient.v20260209.model.SplitConfig;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the charges for a run, by the rates of the API's page on credits. Used for one estimate.
 */
final class Rates {
  /** Credits per page, by engine or base processor. */
  private static final Map<String, Range> PER_PAGE =
      Map.ofEntries(
          Map.entry("parse_performance", Range.exactly("2")),
          Map.entry("parse_light", Range.exactly("0.3")),
          // Each page is processed by one of the two.
          Map.entry("parse_auto", new Range(new BigDecimal("0.3"), new BigDecimal("2"))),
          Map.entry("extraction_performance", Range.exactly("3")),
          Map.entry("extraction_light", Range.exactly("0.7")),
          // The usage of the agent is charged additionally.
          Map.entry("extraction_operator", new Range(new BigDecimal("2"), null)),
          Map.entry("splitting_performance", Range.exactly("2")),
          Map.entry("splitting_light", Range.exactly("0.5")),
          Map.entry("classification_performance", Range.exactly("1")),
          Map.entry("classification_light", Range.exactly("0.3")));

  /** Credits per page for a correction by a vision model, charged only where needed. */
  private static final Range CORRECTION = new Range(BigDecimal.ZERO, BigDecimal.ONE);

  private static final Range REVIEW_AGENT = Range.exactly("1");
  private static final Range UNKNOWN = new Range(BigDecimal.ZERO, null);

  private record Range(BigDecimal low, @Nullable BigDecimal high) {
    static Range exactly(String rate) {
      return new Range(new BigDecimal(rate), new BigDecimal(rate));
    }

    Range times(int factor) {
      BigDecimal number = BigDecimal.valueOf(factor);
      return new Range(low.multiply(number), high == null ? null : high.multiply(number));
    }

    @Override
    public String toString() {
      if (high == null) {
        return low + " or more";
      }
      return low.equals(high) ? low.toString() : low + " to " + high;
    }
  }

  private final int pages;
  private final List<String> basis = new ArrayList<>();
  private BigDecimal low = BigDecimal.ZERO;
  private @Nullable BigDecimal high = BigDecimal.ZERO;

  Rates(int pages) {
    if (pages < 0) {
      throw new IllegalArgumentException("A document cannot have " + pages + " pages.");
    }
    this.pages = pages;
  }

  Rates parse(@Nullable ParseConfig config) {
    int count = pages;
    String engine = "parse_performance";
    if (config != null) {
      engine = name(config.getEngine(), engine);
      count = pagesIn(config);
      addCorrections(config.getBlockOptions(), count);
      if (isByCell(config)) {
        add("cells of a spreadsheet", 1, UNKNOWN);
      }
    }
    addPages(engine, count, 1);
    return this;
  }

  Rates extract(ExtractConfigJson config) {
    ExtractAdvancedOptions options = config.getAdvancedOptions();
    String processor = name(config.getBaseProcessor(), "extraction_performance");
    int count = pagesIn(options == null ? null : options.getPageRanges());
    boolean isOperator = processor.equals("extraction_operator");
    boolean isDouble =
        !isOperator
            && options != null
            && options.getArrayStrategy() != null
            && ArrayStrategyType.LARGE_ARRAY_MAX_CONTEXT.equals(
                options.getArrayStrategy().getType());
    addPages(processor, count, isDouble ? 2 : 1);
    if (!isOperator
        && options != null
        && options.getReviewAgent() != null
        && Boolean.TRUE.equals(options.getReviewAgent().getEnabled())) {
      add("review agent", count, REVIEW_AGENT);
    }
    return this;
  }

  Rates classify(ClassifyConfig config) {
    var options = config.getAdvancedOptions();
    addPages(
        name(config.getBaseProcessor(), "classification_performance"),
        pagesIn(options == null ? null : options.getPageRanges()),
        1);
    return this;
  }

  Rates split(SplitConfig config) {
    var options = config.getAdvancedOptions();
    addPages(
        name(config.getBaseProcessor(), "splitting_performance"),
        pagesIn(options == null ? null : options.getPageRanges()),
        1);
    return this;
  }

  UsageEstimate estimate() {
    return new UsageEstimate(low, high, basis);
  }

  private void addCorrections(@Nullable ParseBlockOptions options, int count) {
    if (options == null) {
      return;
    }
    var text = options.getText();
    if (text != null
        && text.getAgentic() != null
        && Boolean.TRUE.equals(text.getAgentic().getEnabled())) {
      add("correction of text", count, CORRECTION);
    }
    var tables = options.getTables();
    if (tables != null
        && tables.getAgentic() != null
        && Boolean.TRUE.equals(tables.getAgentic().getEnabled())) {
      add("correction of tables", count, CORRECTION);
    }
  }

  private static boolean isByCell(ParseConfig config) {
    var options = config.getAdvancedOptions();
    return options != null && ExcelParsingMode.ADVANCED.equals(options.getExcelParsingMode());
  }

  private int pagesIn(ParseConfig config) {
    var options = config.getAdvancedOptions();
    return pagesIn(options == null ? null : options.getPageRanges());
  }

  private int pagesIn(@Nullable List<PageRange> ranges) {
    if (ranges == null || ranges.isEmpty()) {
      return pages;
    }
    return (int)
        IntStream.rangeClosed(1, pages)
            .filter(
                page ->
                    ranges.stream()
                        .anyMatch(range -> range.getStart() <= page && page <= range.getEnd()))
            .count();
  }

  private void addPages(String product, int count, int factor) {
    add(product, count, PER_PAGE.getOrDefault(product, UNKNOWN).times(factor));
  }

  private void add(String product, int count, Range rate) {
    Range credits = rate.times(count);
    low = low.add(credits.low);
    BigDecimal bound = credits.high;
    high = high == null || bound == null ? null : high.add(bound);
    basis.add(count + (count == 1 ? " page × " : " pages × ") + rate + " (" + product + ")");
  }

  private static String name(@Nullable OpenEnum value, String standard) {
    return value == null ? standard : value.value();
  }
}
