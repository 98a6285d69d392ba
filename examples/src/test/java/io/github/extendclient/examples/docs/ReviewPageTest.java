package io.github.extendclient.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.Poller;
import io.github.extendclient.extraction.Extracted;
import io.github.extendclient.extraction.ExtractionSchema;
import io.github.extendclient.extraction.ReviewItem;
import io.github.extendclient.extraction.ReviewRule;
import io.github.extendclient.extraction.ReviewThreshold;
import io.github.extendclient.result.Correction;
import io.github.extendclient.result.Corrections;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.model.ExtractOutputJson;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.ExtractRunCreateRequest;
import io.github.extendclient.v20260209.model.File;
import io.github.extendclient.v20260209.model.FileFromId;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The code of docs/review.md. */
class ReviewPageTest extends PageTest {
  // region record
  record Invoice(
      @ReviewThreshold(0.95) @Nullable String invoiceNumber,
      @ReviewThreshold(0.9) @Nullable BigDecimal totalDue,
      @ReviewThreshold(value = 0.8, optional = true) @Nullable LocalDate dueDate,
      @ReviewThreshold(0.8) List<LineItem> lineItems) {}

  record LineItem(@Nullable String description, @Nullable BigDecimal amount) {}

  static final ReviewRule<Invoice> SUM =
      ReviewRule.of(
          "The lines add up to the total",
          invoice ->
              invoice.lineItems().stream()
                      .map(LineItem::amount)
                      .reduce(BigDecimal.ZERO, BigDecimal::add)
                      .compareTo(invoice.totalDue())
                  == 0,
          "totalDue",
          "lineItems");

  static final ExtractionSchema<Invoice> INVOICE = ExtractionSchema.of(Invoice.class);

  // endregion

  // region review
  void review(ExtractRun run) {
    Extracted<Invoice> extracted = INVOICE.readLenient(run);
    List<ReviewItem> items = extracted.review(SUM);
    if (items.isEmpty()) {
      out.println("No value needs a review.");
    }
    for (ReviewItem item : items) {
      out.println(item.field() + ": " + item.reason());
      out.println("  " + item.value() + " on page " + item.page() + " at " + item.boxes());
    }
  }

  // endregion

  // region corrections
  void learn(ExtractRun reviewed) {
    for (Correction correction : Corrections.of(reviewed)) {
      out.println(correction.path() + " was " + correction.before() + ", is " + correction.after());
    }
  }

  // endregion

  @Test
  void listsWhatAPersonMustSee() {
    File file = extend.files().upload(Path.of("documents", "invoice.pdf"));
    ExtractRun run =
        extend
            .extractRuns()
            .createAndPoll(
                ExtractRunCreateRequest.builder()
                    .file(FileFromId.builder().id(file.getId()).build())
                    .config(INVOICE.config().build())
                    .build(),
                Poller.upTo(Duration.ofSeconds(30)));

    review(run);

    assertThat(printed()).contains("Not so: The lines add up to the total.");
  }

  @Test
  void saysWhatAReviewChanged() {
    ExtractRun run =
        extend
            .extractRuns()
            .createAndPoll(
                ExtractRunCreateRequest.builder()
                    .file(
                        FileFromId.builder()
                            .id(extend.files().upload(Path.of("documents", "invoice.pdf")).getId())
                            .build())
                    .config(INVOICE.config().build())
                    .build(),
                Poller.upTo(Duration.ofSeconds(30)));

    learn(
        run.toBuilder()
            .initialOutput(output("INV-1"))
            .reviewedOutput(output("INV-2026-0417"))
            .build());

    assertThat(printed())
        .isEqualTo("invoice_number was \"INV-1\", is \"INV-2026-0417\"" + System.lineSeparator());
  }

  private static ExtractOutputJson output(String number) {
    return ExtractOutputJson.builder()
        .value(Map.of("invoice_number", JsonValue.of(number)))
        .metadata(Map.of())
        .build();
  }
}
