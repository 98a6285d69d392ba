package io.github.extendclient.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.error.ExtractionException;
import io.github.extendclient.runtime.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
  enum State {
    OPEN,
    @Name("paid in full")
    PAID
  }

  record Line(@Nullable String text, @Nullable BigDecimal price, List<String> tags) {}

  record Bill(
      @Nullable String number,
      @Nullable Integer pages,
      @Nullable Long barcode,
      @Nullable Double weight,
      @Nullable BigDecimal sum,
      @Nullable Boolean urgent,
      @Nullable LocalDate dueDate,
      @Nullable State state,
      @Nullable CurrencyAmount total,
      @Nullable Signature signature,
      @Nullable Line first,
      List<Line> lines,
      List<LocalDate> days) {}

  private static final ExtractionSchema<Bill> BILL = ExtractionSchema.of(Bill.class);

  private static final String FULL =
      """
      {
        'number': 'R-1',
        'pages': 3,
        'barcode': 9007199254740993,
        'weight': 0.5,
        'sum': 12345678901234567890.1200,
        'urgent': true,
        'due_date': '2026-02-28',
        'state': 'paid in full',
        'total': {'amount': 1.10, 'iso_4217_currency_code': 'EUR'},
        'signature': {
          'printed_name': 'A. B.',
          'signature_date': '2026-02-27',
          'is_signed': false,
          'title_or_role': null
        },
        'first': {'text': 'a', 'price': 1, 'tags': ['x', 'y']},
        'lines': [
          {'text': 'a', 'price': 1, 'tags': []},
          {'text': 'ä \\u00e9 \\n', 'price': null, 'tags': ['z']}
        ],
        'days': ['2026-01-01', '2026-01-02']
      }
      """;

  @Test
  void everythingComesBackAsItsJavaType() {
    assertThat(read(FULL))
        .isEqualTo(
            new Bill(
                "R-1",
                3,
                9007199254740993L,
                0.5,
                new BigDecimal("12345678901234567890.1200"),
                true,
                LocalDate.of(2026, 2, 28),
                State.PAID,
                new CurrencyAmount(new BigDecimal("1.10"), "EUR"),
                new Signature("A. B.", LocalDate.of(2026, 2, 27), false, null),
                new Line("a", BigDecimal.ONE, List.of("x", "y")),
                List.of(
                    new Line("a", BigDecimal.ONE, List.of()),
                    new Line("ä é \n", null, List.of("z"))),
                List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2))));
  }

  @Test
  void missingValuesAreNullAndListsAreEmpty() {
    String nulls =
        """
        {
          'number': null, 'pages': null, 'barcode': null, 'weight': null, 'sum': null,
          'urgent': null, 'due_date': null, 'state': null,
          'total': {'amount': null, 'iso_4217_currency_code': null},
          'signature': null, 'first': null, 'lines': null, 'days': []
        }
        """;

    assertThat(read(nulls))
        .isEqualTo(
            new Bill(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new CurrencyAmount(null, null),
                null,
                null,
                List.of(),
                List.of()));
  }

  @Test
  void missingPropertiesAreNullAndUnknownOnesAreIgnored() {
    Bill bill = read("{'number': 'R-2', 'later': {'deep': [1, {}]}}");

    assertThat(bill.number()).isEqualTo("R-2");
    assertThat(bill.total()).isNull();
    assertThat(bill.lines()).isEmpty();
  }

  @Test
  void anEmptyOutputIsOneInWhichNothingWasFound() {
    assertThat(read("{}").number()).isNull();
  }

  @Test
  void theOutputOfAnotherSchemaIsRefused() {
    assertFailure(
        "{'vendor': 'x', 'iban': 'y'}",
        "$",
        "has no property of "
            + Bill.class.getName()
            + ". Read an output with the schema that its run was made with.");
  }

  @Test
  void listsCannotBeChanged() {
    List<Line> lines = read(FULL).lines();

    assertThatThrownBy(() -> lines.add(lines.get(0)))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'number': 7}                 | $.number           | a number      | text",
        "{'number': {}}                | $.number           | an object     | text",
        "{'pages': '3'}                | $.pages            | text          | a number",
        "{'sum': false}                | $.sum              | true or false | a number",
        "{'urgent': 'yes'}             | $.urgent           | text          | true or false",
        "{'due_date': 20260228}        | $.due_date         | a number      | text",
        "{'state': ['open']}           | $.state            | a list        | text",
        "{'total': 5}                  | $.total            | a number      | an object",
        "{'total': {'amount': 'five'}} | $.total.amount     | text          | a number",
        "{'lines': {'text': 'a'}}      | $.lines            | an object     | a list",
        "{'lines': [{}, 'a']}          | $.lines[1]         | text          | an object",
        "{'lines': [null]}             | $.lines[0]         | null          | an object",
        "{'lines': [{'tags': ['a', null]}]} | $.lines[0].tags[1] | null     | text",
        "{'days': [1]}                 | $.days[0]          | a number      | text",
      })
  void aValueOfAnotherKindIsRefusedWithItsPlace(
      String json, String path, String found, String wanted) {
    assertFailure(
        json,
        path,
        "is " + found + " where " + wanted + " is expected. " + Mismatch.OTHER_SCHEMA_OR_LENIENT);
  }

  @ParameterizedTest
  @CsvSource({
    "2147483648,   Long or BigDecimal",
    "-2147483649,  Long or BigDecimal",
    "1.5,          BigDecimal",
    "1e400,        BigDecimal",
    "1e1000000000, BigDecimal"
  })
  void aNumberThatNoIntegerHoldsIsRefusedWithTheClassesThatHoldIt(String number, String classes) {
    assertFailure(
        "{'pages': " + number + "}",
        "$.pages",
        "is a number that an Integer cannot hold. Declare the component as " + classes + ".");
  }

  @Test
  void numbersBeyondTheirTypeAreRefused() {
    assertFailure(
        "{'barcode': 9223372036854775808}",
        "$.barcode",
        "is a number that a Long cannot hold. Declare the component as BigDecimal.");
    assertFailure(
        "{'weight': 1e309}",
        "$.weight",
        "is a number that a Double cannot hold. Declare the component as BigDecimal.");
    assertFailure(
        "{'sum': 1e99999999999}",
        "$.sum",
        "is a number that a BigDecimal cannot hold. No class holds it; readLenient or decodeLenient"
            + " gives the rest and lists what does not fit.");
  }

  @Test
  void aWholeNumberMayBeWrittenWithAPoint() {
    assertThat(read("{'pages': 3.0, 'barcode': 1.2e3}"))
        .returns(3, Bill::pages)
        .returns(1200L, Bill::barcode);
  }

  @ParameterizedTest
  @ValueSource(strings = {"28.02.2026", "2026-02-30", "2026-2-3", "2026-02-28T00:00:00Z", ""})
  void textThatIsNoDateIsRefused(String text) {
    assertFailure(
        "{'due_date': '" + text + "'}",
        "$.due_date",
        "is text, but not a date such as 2026-02-09. Declare the component as String to take any"
            + " text; readLenient or decodeLenient gives the rest and lists what does not fit.");
  }

  @Test
  void aChoiceThatWasNotOfferedIsRefused() {
    assertFailure(
        "{'state': 'PAID'}",
        "$.state",
        "is not one of the choices [open, paid in full] of "
            + State.class.getName()
            + ". Declare the component as String to take any text; readLenient or decodeLenient"
            + " gives the rest and lists what does not fit.");
  }

  record Picky(String name) {
    Picky {
      if (name == null) {
        throw new IllegalArgumentException("no name");
      }
    }
  }

  record Club(List<Picky> members) {}

  @Test
  void aConstructorThatRefusesIsNamedWithItsPlace() {
    ExtractionException failure =
        catchThrowableOfType(
            ExtractionException.class,
            () ->
                ExtractionSchema.of(Club.class)
                    .read(Json.output("{'members': [{'name': 'a'}, {'name': null}]}")));

    assertThat(failure)
        .hasMessage(
            "$.members[1] in the output was refused by the constructor of "
                + Picky.class.getName()
                + ". The constructor must accept whatever a document says, and null for what was"
                + " not found.")
        .hasCause(new IllegalArgumentException("no name"));
    assertThat(failure.path()).isEqualTo("$.members[1]");
  }

  @Test
  void aValueWithoutMetadataIsReadToo() {
    Map<String, JsonValue> value = Json.of("{'number': 'R-3'}").asObject();

    assertThat(BILL.decode(value).number()).isEqualTo("R-3");
    assertThatThrownBy(() -> BILL.decode(Json.of("{'number': 3}").asObject()))
        .hasMessage(
            "$.number in the value is a number where text is expected. "
                + Mismatch.OTHER_SCHEMA_OR_LENIENT);
  }

  /** Any output gives a record, or the one exception that names the place. */
  @Test
  void nothingElseIsThrownForAnyOutput() {
    Random random = new Random(20260209);
    String[] values = {
      "null",
      "true",
      "0",
      "-1.5e3",
      "1e-400",
      "'x'",
      "''",
      "'2026-01-01'",
      "'open'",
      "[]",
      "{}",
      "[null]",
      "[[1]]",
      "{'amount': 1}",
      "[{'text': 'a'}]",
      "123456789012345678901234567890"
    };
    Pattern valuePattern = Pattern.compile("(?<=: )('[^']*'|[0-9.]+|true|false|null|\\[\\])");
    int read = 0;
    for (int i = 0; i < 2_000; i++) {
      String json =
          valuePattern
              .matcher(FULL.replace("\\u00e9 \\n", ""))
              .replaceAll(
                  found ->
                      random.nextInt(12) == 0
                          ? values[random.nextInt(values.length)]
                          : found.group());
      try {
        read(json);
        read++;
      } catch (ExtractionException expected) {
        assertThat(expected.getMessage()).startsWith(expected.path() + " in the output ");
      }
    }
    assertThat(read).isBetween(100, 1_900);
  }

  private static Bill read(String json) {
    return BILL.read(Json.output(json)).value();
  }

  private static void assertFailure(String json, String path, String problem) {
    ExtractionException failure = catchThrowableOfType(ExtractionException.class, () -> read(json));

    assertThat(failure).hasMessage(path + " in the output " + problem);
    assertThat(failure.path()).isEqualTo(path);
  }
}
