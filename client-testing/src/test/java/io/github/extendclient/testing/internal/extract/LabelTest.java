package io.github.extendclient.testing.internal.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LabelTest {
  @ParameterizedTest
  @CsvSource({
    "invoice_number, Invoice number",
    "invoiceNumber, Invoice No.",
    "invoice-number, INVOICE #",
    "line_items, Line item",
    "date_of_birth, Date of the birth"
  })
  void sameWordsAreAlike(String field, String label) {
    assertThat(Label.of(field).likeness(Label.of(label))).isEqualTo(1);
  }

  @Test
  void moreWordsAreLessAlike() {
    Label field = Label.of("total");

    assertThat(field.likeness(Label.of("Total"))).isEqualTo(1);
    assertThat(field.likeness(Label.of("Total amount"))).isBetween(0.55, 0.99);
    assertThat(field.likeness(Label.of("Subtotal"))).isZero();
  }

  @Test
  void nothingIsLikeNothing() {
    assertThat(Label.of("of the").likeness(Label.of(""))).isZero();
  }
}
