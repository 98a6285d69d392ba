package io.github.extendclient.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.extendclient.v20260209.model.Citation;
import io.github.extendclient.v20260209.model.FieldMetadata;
import io.github.extendclient.v20260209.model.Insight;
import io.github.extendclient.v20260209.model.InsightType;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Confidence and citations beside each field. */
class FieldsTest {
  record Line(@Nullable String text, @Nullable CurrencyAmount lineTotal) {}

  record Bill(@Name("no") @Nullable String number, List<Line> lineItems, List<String> tags) {}

  private static final ExtractionSchema<Bill> BILL = ExtractionSchema.of(Bill.class);
  private static final String VALUE =
      """
      {
        'no': 'R-1',
        'line_items': [
          {'text': 'a', 'line_total': {'amount': 1.10, 'iso_4217_currency_code': 'EUR'}},
          {'text': null, 'line_total': null}
        ],
        'tags': ['x']
      }
      """;

  private final Map<String, FieldMetadata> metadata = new LinkedHashMap<>();

  @Test
  void aFieldIsNamedAsInJavaAndFoundByItsKey() {
    metadata.put("no", entry(0.9, "Bill R-1"));
    metadata.put("line_items[0].text", entry(0.8, "a"));

    ExtractedField text = extracted().field("lineItems[0].text");

    assertThat(text.name()).isEqualTo("lineItems[0].text");
    assertThat(text.key()).isEqualTo("line_items[0].text");
    assertThat(text.value()).isEqualTo("a");
    assertThat(text.confidence()).isEqualTo(0.8);
    assertThat(citedTexts(text)).containsExactly("a");
    assertThat(extracted().field("number").confidence()).isEqualTo(0.9);
  }

  @Test
  void theLowerOfTwoScoresCounts() {
    metadata.put("no", FieldMetadata.builder().ocrConfidence(0.99).logprobsConfidence(0.7).build());

    assertThat(extracted().field("number").confidence()).isEqualTo(0.7);
  }

  /** Measured by what is allocated, which other load on the machine does not change. */
  @Test
  void aLoopOverTheFieldsOfAllRowsIsLinear() {
    long few = allocatedByLoop(500);
    long many = allocatedByLoop(2_000);

    assertThat(many).isBetween(1L, 8 * few);
  }

  private static long allocatedByLoop(int rows) {
    String lines = String.join(",", Collections.nCopies(rows, "{'text': 'a'}"));
    Extracted<Bill> extracted = BILL.read(Json.output("{'line_items': [" + lines + "]}"));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < rows; i++) {
      extracted.field("lineItems[" + i + "].text");
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void aMissingScoreIsNull() {
    metadata.put("no", FieldMetadata.builder().logprobsConfidence(null).build());

    assertThat(extracted().field("number").confidence()).isNull();
    assertThat(extracted().field("number").citations()).isEmpty();
    assertThat(extracted().field("tags").confidence()).isNull();
  }

  @Test
  void reviewAndInsightsAreThereToo() {
    Insight insight =
        Insight.builder().type(InsightType.of("reasoning")).content("stands alone").build();
    metadata.put(
        "no", FieldMetadata.builder().reviewAgentScore(4).insights(List.of(insight)).build());

    assertThat(extracted().field("number").reviewAgentScore()).isEqualTo(4);
    assertThat(extracted().field("number").insights()).containsExactly(insight);
  }

  @Test
  void aListHasItsOwnEntry() {
    metadata.put("line_items", entry(0.4, "table"));
    metadata.put("line_items[0].text", entry(0.8, "a"));

    assertThat(extracted().field("lineItems").confidence()).isEqualTo(0.4);
  }

  @Test
  void withoutMetadataTheLowestConfidenceOfThePartsCounts() {
    metadata.put("line_items[0].text", entry(0.8, "a"));
    metadata.put("line_items[0].line_total.amount", entry(0.6, "1,10"));
    metadata.put("line_items[0].line_total.iso_4217_currency_code", entry(0.7, "EUR"));
    metadata.put("line_items[1].text", entry(0.3, ""));

    Extracted<Bill> extracted = extracted();

    assertThat(extracted.field("lineItems[0].lineTotal").confidence()).isEqualTo(0.6);
    assertThat(extracted.field("lineItems[0]").confidence()).isEqualTo(0.6);
    assertThat(citedTexts(extracted.field("lineItems[0]"))).containsExactly("a", "1,10", "EUR");
    assertThat(extracted.field("lineItems").confidence()).isEqualTo(0.3);
  }

  @Test
  void aPartOfACurrencyHasTheEntryOfTheWhole() {
    metadata.put("line_items[0].line_total", entry(0.6, "1,10 EUR"));

    ExtractedField code = extracted().field("lineItems[0].lineTotal.currencyCode");

    assertThat(code.value()).isEqualTo("EUR");
    assertThat(code.confidence()).isEqualTo(0.6);
    assertThat(citedTexts(code)).containsExactly("1,10 EUR");
  }

  @Test
  void aPartOfARecordHasNotTheEntryOfTheWhole() {
    metadata.put("line_items[0]", entry(0.6, "a 1,10 EUR"));

    assertThat(extracted().field("lineItems[0].text").confidence()).isNull();
  }

  @Test
  void allFieldsComeInTheOrderOfTheRecord() {
    assertThat(extracted().fields())
        .extracting(ExtractedField::name)
        .containsExactly(
            "number",
            "lineItems[0].text",
            "lineItems[0].lineTotal",
            "lineItems[1].text",
            "lineItems[1].lineTotal",
            "tags[0]");
    assertThat(extracted().fields())
        .extracting(ExtractedField::value)
        .containsExactly(
            "R-1", "a", new CurrencyAmount(new BigDecimal("1.10"), "EUR"), null, null, "x");
  }

  @Test
  void aComponentThatDoesNotExistIsRefused() {
    assertNone(
        "lineItem",
        "There is no \"lineItem\": the record "
            + Bill.class.getName()
            + " has the components [number, lineItems, tags].");
    assertNone(
        "lineItems[1].total",
        "There is no \"lineItems[1].total\": the record "
            + Line.class.getName()
            + " has the components [text, lineTotal].");
    assertNone("number.text", "There is no \"number.text\": number is a single value.");
    assertNone(
        "lineItems.text",
        "There is no \"lineItems.text\": lineItems is a list, so name an item, such as"
            + " lineItems[0].");
  }

  @Test
  void anItemThatDoesNotExistIsRefused() {
    assertNone("lineItems[2].text", "There is no \"lineItems[2].text\": lineItems has 2 items.");
    assertNone("number[0]", "There is no \"number[0]\": number is no list.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "number.", "lineItems[]", "lineItems[-1]", "[0]", "tags[0][0]"})
  void textThatIsNotAPathIsRefused(String path) {
    assertNone(
        path,
        "\""
            + path
            + "\" is not a path. Join components by dots and give an item its index, such as"
            + " lineItems[0].amount.");
  }

  @Test
  void toStringHasNoExtractedValues() {
    metadata.put("no", entry(0.9, "Bill R-1"));

    assertThat(extracted()).hasToString("Extracted{" + Bill.class.getName() + "}");
    assertThat(extracted().field("number")).hasToString("ExtractedField{number, confidence=0.9}");
  }

  private Extracted<Bill> extracted() {
    return BILL.read(Json.output(VALUE, metadata));
  }

  private void assertNone(String path, String message) {
    Extracted<Bill> extracted = extracted();
    assertThatThrownBy(() -> extracted.field(path))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static FieldMetadata entry(double confidence, String cited) {
    return FieldMetadata.builder()
        .ocrConfidence(confidence)
        .citations(List.of(Citation.builder().referenceText(cited).build()))
        .build();
  }

  private static List<String> citedTexts(ExtractedField field) {
    return field.citations().stream().map(Citation::getReferenceText).toList();
  }
}
