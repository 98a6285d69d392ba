package io.github.extendclient.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.extraction.TypedExtractionExample.Invoice;
import io.github.extendclient.extraction.TypedExtractionExample.LineItem;
import io.github.extendclient.extraction.TypedExtractionExample.Status;
import io.github.extendclient.testing.ExtendServer;
import io.github.extendclient.v20260209.model.Citation;
import io.github.extendclient.v20260209.model.ExtractConfigJson;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.ExtractRunCreateRequest;
import io.github.extendclient.v20260209.model.FileFromText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a record to the API and back, over the embedded server. */
class RoundTripTest {
  private static final String DOCUMENT =
      """
      # Invoice

      Invoice number: INV-2026-0042

      Invoice date: November 5, 2026

      Status: part paid

      Total: EUR 1,234.50

      | Description | Quantity | Amount |
      |-------------|----------|--------|
      | Hosting     | 2        | 1000.50 |
      | Support     | 1        | 234.00 |
      """;

  private final ExtendServer server =
      ExtendServer.builder().pendingTime(Duration.ZERO).processingTime(Duration.ZERO).start();
  private final ExtendClient extend =
      ExtendClient.builder().apiKey(server.apiKey()).baseUrl(server.url().toString()).build();

  @TempDir Path folder;

  @AfterEach
  void close() {
    extend.close();
    server.close();
  }

  @Test
  void valuesOfTheDocumentAreReadAsTheRecord() throws IOException {
    assertThat(extractExample().value())
        .isEqualTo(
            new Invoice(
                "INV-2026-0042",
                LocalDate.of(2026, 11, 5),
                new CurrencyAmount(new BigDecimal("1234.50"), "EUR"),
                Status.PART_PAID,
                null,
                List.of(
                    new LineItem("Hosting", 2, new BigDecimal("1000.50")),
                    new LineItem("Support", 1, new BigDecimal("234.00")))));
  }

  @Test
  void confidenceAndCitationsAreBesideEachField() throws IOException {
    Extracted<Invoice> extracted = extractExample();

    assertThat(extracted.field("invoiceNumber").confidence()).isEqualTo(1.0);
    assertThat(extracted.field("total").citations())
        .extracting(Citation::getReferenceText)
        .containsExactly("Total: EUR 1,234.50");
    assertThat(extracted.field("lineItems[1].amount").value()).isEqualTo(new BigDecimal("234.00"));
    assertThat(extracted.field("lineItems[1].amount").confidence()).isEqualTo(1.0);
    assertThat(extracted.field("lineItems[1].amount").citations()).hasSize(1);
    assertThat(TypedExtractionExample.unsure(extracted))
        .extracting(ExtractedField::name)
        .containsExactly("purchaseOrder");
  }

  record Everything(
      @Nullable String text,
      @Nullable Integer integer,
      @Nullable Long large,
      @Nullable Double rough,
      @Nullable BigDecimal exact,
      @Nullable Boolean truth,
      @Nullable LocalDate day,
      @Nullable Status choice,
      @Nullable CurrencyAmount currency,
      @Nullable Signature signature,
      @Nullable LineItem nested,
      List<String> texts,
      List<Integer> integers,
      List<Long> longs,
      List<Double> doubles,
      List<BigDecimal> decimals,
      List<Boolean> truths,
      List<LocalDate> days,
      List<CurrencyAmount> currencies,
      List<Signature> signatures,
      List<LineItem> records) {}

  @Test
  void theServerTakesEverySchema() {
    ExtractionSchema<Everything> schema = ExtractionSchema.of(Everything.class);

    Everything found = schema.read(extract(schema, "Nothing of the kind.")).value();

    assertThat(found.text()).isNull();
    assertThat(found.signature()).isEqualTo(new Signature(null, null, null, null));
    assertThat(found.nested()).isEqualTo(new LineItem(null, null, null));
    assertThat(found.records()).isEmpty();
  }

  record Numbers(@Nullable BigDecimal exactTotal, @Nullable Long accountCode) {}

  @Test
  void numbersKeepTheirDigits() {
    ExtractionSchema<Numbers> schema = ExtractionSchema.of(Numbers.class);

    ExtractRun run =
        extract(
            schema,
            """
            Exact total: 12345678901234567890.120

            Account code: 900719925474099301
            """);

    assertThat(schema.read(run).value())
        .isEqualTo(new Numbers(new BigDecimal("12345678901234567890.120"), 900719925474099301L));
  }

  @Test
  void theServerTakesOwnOptions() {
    ExtractConfigJson config = TypedExtractionExample.ownOptions();

    assertThat(create(config, DOCUMENT).getConfig()).isEqualTo(config);
  }

  private Extracted<Invoice> extractExample() throws IOException {
    Path document = Files.writeString(folder.resolve("invoice.md"), DOCUMENT);
    return TypedExtractionExample.extract(extend, document);
  }

  private ExtractRun extract(ExtractionSchema<?> schema, String text) {
    return create(schema.config().build(), text);
  }

  private ExtractRun create(ExtractConfigJson config, String text) {
    String run =
        extend
            .extractRuns()
            .create(
                ExtractRunCreateRequest.builder()
                    .file(FileFromText.builder().text(text).build())
                    .config(config)
                    .build())
            .getId();
    return extend.extractRuns().retrieve(run);
  }
}
