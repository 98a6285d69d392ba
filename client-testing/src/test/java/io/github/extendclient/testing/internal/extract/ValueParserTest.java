package io.github.extendclient.testing.internal.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValueParserTest {
  @ParameterizedTest
  @CsvSource({
    "5, 5",
    "'1,234.50', 1234.50",
    "'1.234,50', 1234.50",
    "'1,234', 1234",
    "'12,5', 12.5",
    "1.234, 1.234",
    "1.234.567, 1234567",
    "$135.00, 135.00",
    "'1 234,50 €', 1234.50",
    "USD 12, 12",
    "-3, -3",
    "(12.00), -12.00",
    "($12.00), -12.00",
    "$-4, -4",
    "19 %, 19",
    "3 pcs, 3"
  })
  void readsNumbersAsPeopleWriteThem(String text, BigDecimal number) {
    assertThat(ValueParser.number(text)).contains(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "INV-42", "two", "1-800-555", "3 blind mice"})
  void isEmptyForWhatIsNoNumber(String text) {
    assertThat(ValueParser.number(text)).isEmpty();
  }

  @Test
  void integerHasNoFraction() {
    assertThat(ValueParser.integer("3.00")).contains(3L);
    assertThat(ValueParser.integer("3.5")).isEmpty();
  }

  @Test
  void booleanIsAWordOrABox() {
    assertThat(ValueParser.bool("Yes")).contains(true);
    assertThat(ValueParser.bool("\u2610")).contains(false);
    assertThat(ValueParser.bool("maybe")).isEmpty();
  }

  @Test
  void currencyIsACodeOrASign() {
    assertThat(ValueParser.currencyCode("CHF 12")).contains("CHF");
    assertThat(ValueParser.currencyCode("\u20ac 12")).contains("EUR");
    assertThat(ValueParser.currencyCode("12")).isEmpty();
  }
}
