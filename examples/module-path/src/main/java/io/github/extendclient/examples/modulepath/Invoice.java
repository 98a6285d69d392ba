package io.github.extendclient.examples.modulepath;

import io.github.extendclient.extraction.ExtractionSchema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an invoice.
 *
 * @param invoiceNumber as printed
 * @param invoiceDate the day of issue
 * @param totalDue what is to be paid
 */
record Invoice(
    @Nullable String invoiceNumber,
    @Nullable LocalDate invoiceDate,
    @Nullable BigDecimal totalDue) {
  static final ExtractionSchema<Invoice> SCHEMA = ExtractionSchema.of(Invoice.class);
}
