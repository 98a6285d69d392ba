package io.github.extendclient.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.extendclient.extraction.CurrencyAmount;
import io.github.extendclient.extraction.ExtractionProblem;
import io.github.extendclient.runtime.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableRecordsTest {
  enum State {
    OPEN,
    PAID
  }

  record Item(
      @Nullable String description, @Nullable Integer quantity, @Nullable BigDecimal unitPrice) {}

  record Payment(
      @Nullable LocalDate day,
      @Nullable CurrencyAmount amount,
      @Nullable Boolean paid,
      @Nullable State state) {}

  record Number(@Nullable BigDecimal value) {}

  record Day(@Nullable LocalDate day) {}

  record Nested(List<String> tags) {}

  @Test
  void columnsBelongToComponentsWhateverTheirSpelling() {
    TableRecords<Item> items =
        table("| Description | QUANTITY | Unit-Price | Note |", "| Tea | 2 | 1,200.50 | x |")
            .toRecords(Item.class);

    assertThat(items.records()).containsExactly(new Item("Tea", 2, new BigDecimal("1200.50")));
    assertThat(items.problems()).isEmpty();
  }

  @Test
  void aValueThatDoesNotFitIsNullAndListedWithItsRow() {
    TableRecords<Item> items =
        table("| description | quantity |", "| Tea | 2 |", "| Cake | two |", "| Pie | 2.5 |")
            .toRecords(Item.class);

    assertThat(items.records())
        .containsExactly(
            new Item("Tea", 2, null), new Item("Cake", null, null), new Item("Pie", null, null));
    assertThat(items.problems())
        .extracting(ExtractionProblem::path)
        .containsExactly("$[1].quantity", "$[2].quantity");
    assertThat(items.problems().get(0).json()).isEqualTo(JsonValue.of("two"));
    assertThat(items.problems().get(0).toString())
        .isEqualTo("$[1].quantity is text where a number is expected");
  }

  @Test
  void anEmptyCellIsNull() {
    assertThat(table("| description | quantity |", "|  |  |").toRecords(Item.class))
        .isEqualTo(new TableRecords<>(List.of(new Item(null, null, null)), List.of()));
  }

  @Test
  void datesCurrenciesTruthAndChoicesAreRead() {
    TableRecords<Payment> payments =
        table("| day | amount | paid | state |", "| 3.2.2026 | 12,50 € | yes | Paid |")
            .toRecords(Payment.class);

    assertThat(payments.problems()).isEmpty();
    assertThat(payments.records())
        .containsExactly(
            new Payment(
                LocalDate.of(2026, 2, 3),
                new CurrencyAmount(new BigDecimal("12.50"), "EUR"),
                true,
                State.PAID));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1,234.50; 1234.50",
        "1.234,50; 1234.50",
        "1 234,50; 1234.50",
        "1'234.50; 1234.50",
        "(12.00); -12.00",
        "12.00-; -12.00",
        "−12.00; -12.00",
        "$ 12.00; 12.00",
        "CHF 12.00; 12.00",
        "19 %; 19",
        "12,34,567.00; 1234567.00",
        "1.234; 1.234",
        "1,234; 1234",
        ".50; 0.50",
        "$-5; -5",
        "- € 5; -5",
        "5 EUR-; -5",
        "(€ 5.00); -5.00",
        "٣٫٥; 3.5"
      })
  void numbersAreReadAsDocumentsWriteThem(String text, BigDecimal number) {
    assertThat(table("| value |", "| " + text + " |").toRecords(Number.class).records())
        .containsExactly(new Number(number));
  }

  @Test
  void theOtherCellsTellWhichSignIsTheDecimalPoint() {
    assertThat(table("| value |", "| 1.234 |", "| 0,50 |").toRecords(Number.class).records())
        .containsExactly(new Number(new BigDecimal("1234")), new Number(new BigDecimal("0.50")));
  }

  @Test
  void aLocaleSaysWhichSignIsTheDecimalPoint() {
    assertThat(table("| value |", "| 1.234 |").toRecords(Number.class, Locale.GERMANY).records())
        .containsExactly(new Number(new BigDecimal("1234")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2,3",
        "1,50,00",
        "1,234,5",
        "10 20",
        "10<br>20",
        "5'10",
        "12 JAN",
        "REF 5",
        "5 % 3",
        "--5"
      })
  void otherTextIsNotTakenForANumber(String text) {
    TableRecords<Number> numbers = table("| value |", "| " + text + " |").toRecords(Number.class);

    assertThat(numbers.records()).containsExactly(new Number(null));
    assertThat(numbers.problems()).hasSize(1);
  }

  @Test
  void aDecimalCommaIsNotTakenForAGroup() {
    TableRecords<Number> numbers =
        table("| value |", "| 1,234.50 |", "| 1,50 |").toRecords(Number.class);

    assertThat(numbers.records())
        .containsExactly(new Number(new BigDecimal("1234.50")), new Number(null));
  }

  @Test
  void aLongChainOfDigitsIsNoNumber() {
    String text = "1" + ".1".repeat(20_000);

    assertThat(table("| value |", "| " + text + " |").toRecords(Number.class).problems())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2026-03-02",
        "2.3.2026",
        "02.03.26",
        "2 March 2026",
        "Mar 2, 2026",
        "March 2nd, 2026",
        "02-Mar-2026",
        "Monday, 2 March 2026",
        "Mar. 2 2026",
        "2026年3月2日"
      })
  void datesAreReadAsDocumentsWriteThem(String text) {
    assertThat(table("| day |", "| " + text + " |").toRecords(Day.class).records())
        .containsExactly(new Day(LocalDate.of(2026, 3, 2)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "de; 2. März 2026; 2026-03-02",
        "de; Mo, 5. Okt. 2026; 2026-10-05",
        "de; 5. Dezember 2026; 2026-12-05",
        "fr; 1er févr. 2026; 2026-02-01",
        "fr; 14 juillet 2026; 2026-07-14",
        "es; 2 de marzo de 2026; 2026-03-02",
        "es; 2 mar. 2026; 2026-03-02",
        "pt; 2 de fevereiro de 2026; 2026-02-02",
        "tr; 2 KASIM 2026; 2026-11-02",
        "de; Sept. 2, 2026; 2026-09-02"
      })
  void aLocaleAddsItsNamesOfMonths(Locale locale, String text, LocalDate day) {
    assertThat(table("| day |", "| " + text + " |").toRecords(Day.class, locale).records())
        .containsExactly(new Day(day));
  }

  @ParameterizedTest
  @ValueSource(strings = {"31 February 2026", "Feb 29, 2026", "31.4.2026", "2026-02-30"})
  void aDayThatTheMonthDoesNotHaveIsNoDate(String text) {
    TableRecords<Day> days = table("| day |", "| " + text + " |").toRecords(Day.class);

    assertThat(days.records()).containsExactly(new Day(null));
    assertThat(days.problems()).hasSize(1);
  }

  @Test
  void yearsOfTwoDigitsAreFrom1969To2068() {
    assertThat(table("| day |", "| 31.12.69 |", "| 31.12.68 |").toRecords(Day.class).records())
        .containsExactly(new Day(LocalDate.of(1969, 12, 31)), new Day(LocalDate.of(2068, 12, 31)));
  }

  @Test
  void aDayThatCouldBeTwoIsNotGuessed() {
    TableRecords<Day> days = table("| day |", "| 02/03/2026 |").toRecords(Day.class);

    assertThat(days.records()).containsExactly(new Day(null));
    assertThat(days.problems()).extracting(ExtractionProblem::path).containsExactly("$[0].day");
    assertThat(table("| day |", "| 02/03/2026 |").toRecords(Day.class, Locale.UK).records())
        .containsExactly(new Day(LocalDate.of(2026, 3, 2)));
  }

  @Test
  void otherDaysTellWhetherTheMonthComesFirst() {
    assertThat(table("| day |", "| 02/03/2026 |", "| 02/25/2026 |").toRecords(Day.class).records())
        .containsExactly(new Day(LocalDate.of(2026, 2, 3)), new Day(LocalDate.of(2026, 2, 25)));
  }

  @Test
  void columnsCanBeRenamed() {
    assertThat(
            table("| Artikel | Menge |", "| Tee | 2 |")
                .withHeader("description", "quantity")
                .toRecords(Item.class)
                .records())
        .containsExactly(new Item("Tee", 2, null));
  }

  @Test
  void aTableWithoutHeaderIsRefused() {
    assertThatThrownBy(() -> table("| a |", "| b |").withHeaderRows(0).toRecords(Item.class))
        .hasMessage(
            "The table has no header that names its columns. Take its first row as the header with"
                + " withHeaderRows(1), or name the columns with withHeader(...).");
  }

  @Test
  void aTableWithoutAnyColumnOfTheRecordIsRefused() {
    assertThatThrownBy(() -> table("| a |", "| b |").toRecords(Item.class))
        .hasMessage(
            "No column of [a] belongs to a component of "
                + Item.class.getName()
                + ". Name the columns with withHeader(...), or the components with @Name(\"...\").");
  }

  @Test
  void aComponentThatIsMoreThanACellIsRefused() {
    assertThatThrownBy(() -> table("| tags |", "| b |").toRecords(Nested.class))
        .hasMessage(
            "The component tags of the record "
                + Nested.class.getName()
                + " is more than the text of a cell can be. Declare a single value.");
  }

  private static Table table(String header, String... rows) {
    String delimiter = header.replaceAll("[^|]+", "---");
    String content = header + "\n" + delimiter + "\n" + String.join("\n", rows);
    return Tables.of(Parsed.run(Parsed.table(1, content))).get(0);
  }
}
