package io.github.extendclient.testing.internal.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LabelWordsTest {
  @ParameterizedTest
  @CsvSource({
    "invoice_number, Invoice number",
    "invoiceNumber, Invoice No.",
    "invoice-number, INVOICE #",
    "line_items, Line item",
    "date_of_birth, Date of the birth"
  })
  void sameWordsAreAlike(String field, String label) {
    assertThat(LabelWords.of(field).similarity(LabelWords.of(label))).isEqualTo(1);
  }

  @Test
  void moreWordsAreLessAlike() {
    LabelWords field = LabelWords.of("total");

    assertThat(field.similarity(LabelWords.of("Total"))).isEqualTo(1);
    assertThat(field.similarity(LabelWords.of("Total amount"))).isBetween(0.55, 0.99);
    assertThat(field.similarity(LabelWords.of("Subtotal"))).isZero();
  }

  @Test
  void nothingIsLikeNothing() {
    assertThat(LabelWords.of("of the").similarity(LabelWords.of(""))).isZero();
  }
}
