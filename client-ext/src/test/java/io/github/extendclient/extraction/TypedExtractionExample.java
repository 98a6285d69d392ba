package io.github.extendclient.extraction;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.Poller;
import io.github.extendclient.v20260209.model.Citation;
import io.github.extendclient.v20260209.model.ExtractAdvancedOptions;
import io.github.extendclient.v20260209.model.ExtractConfigJson;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.ExtractRunCreateRequest;
import io.github.extendclient.v20260209.model.File;
import io.github.extendclient.v20260209.model.FileFromId;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The code of docs/typed-extraction.md. */
final class TypedExtractionExample {
  private TypedExtractionExample() {}

  record Invoice(
      @Nullable String invoiceNumber,
      @Nullable LocalDate invoiceDate,
      @Description("The amount due after discounts, never the subtotal")
          @Nullable CurrencyAmount total,
      @Nullable Status status,
      @Name("po_number") @Nullable String purchaseOrder,
      List<LineItem> lineItems) {}

  @Description("One row of the table of services")
  record LineItem(
      @Nullable String description, @Nullable Integer quantity, @Nullable BigDecimal amount) {}

  enum Status {
    OPEN,
    @Description("Something is paid, but not all")
    PART_PAID,
    PAID
  }

  static final ExtractionSchema<Invoice> INVOICE = ExtractionSchema.of(Invoice.class);

  static Extracted<Invoice> extract(ExtendClient extend, Path document) {
    File file = extend.files().upload(document);
    ExtractRunCreateRequest request =
        ExtractRunCreateRequest.builder()
            .file(FileFromId.builder().id(file.getId()).build())
            .config(INVOICE.config().build())
            .build();
    ExtractRun run =
        extend.extractRuns().createAndPoll(request, Poller.upTo(Duration.ofMinutes(10)));
    return INVOICE.read(run);
  }

  static void print(Extracted<Invoice> extracted) {
    Invoice invoice = extracted.value();
    System.out.println(invoice.invoiceNumber() + " of " + invoice.invoiceDate());

    ExtractedField amount = extracted.field("lineItems[0].amount");
    System.out.println(amount.value() + ", confidence " + amount.confidence());
    for (Citation citation : amount.citations()) {
      System.out.println("  page " + citation.getPage().getNumber());
    }
  }

  static List<ExtractedField> unsure(Extracted<Invoice> extracted) {
    return extracted.fields().stream()
        .filter(field -> field.confidence() == null || field.confidence() < 0.9)
        .toList();
  }

  static Invoice lenient(ExtractRun run) {
    Extracted<Invoice> extracted = INVOICE.readLenient(run);
    for (ExtractionProblem problem : extracted.problems()) {
      System.out.println(problem.path() + ": expected " + problem.expected());
      System.out.println("  but the API sent " + problem.json());
    }
    return extracted.value();
  }

  static ExtractConfigJson ownOptions() {
    return INVOICE
        .config()
        .extractionRules("The invoices are Swiss: dates have the day first.")
        .advancedOptions(
            ExtractAdvancedOptions.builder()
                .citationsEnabled(true)
                .currentDateEnabled(true)
                .build())
        .build();
  }
}
