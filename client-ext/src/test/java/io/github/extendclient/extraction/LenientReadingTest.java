package io.github.extendclient.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.extendclient.error.ExtractionException;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.model.ExtractOutput;
import io.github.extendclient.v20260209.model.FieldMetadata;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that fit are read; the others are listed. */
class LenientReadingTest {
  enum State {
    OPEN,
    PAID
  }

  record Line(@Nullable String text, @Nullable BigDecimal price) {}

  record Bill(
      @Nullable String number,
      @Nullable Integer pages,
      @Nullable Boolean urgent,
      @Nullable LocalDate dueDate,
      @Nullable State state,
      @Nullable CurrencyAmount total,
      List<Line> lineItems,
      List<String> tags) {}

  private static final ExtractionSchema<Bill> BILL = ExtractionSchema.of(Bill.class);
  private static final String FITTING =
      """
      {
        'number': 'R-1', 'pages': 3, 'urgent': true, 'due_date': '2026-02-28', 'state': 'open',
        'total': {'amount': 1.10, 'iso_4217_currency_code': 'EUR'},
        'line_items': [{'text': 'a', 'price': 1.10}, {'text': 'b', 'price': 2}],
        'tags': ['x']
      }
      """;

  @Test
  void anOutputThatFitsHasNoProblemsAndReadsAsStrictly() {
    Extracted<Bill> extracted = BILL.readLenient(Json.output(FITTING));

    assertThat(extracted.problems()).isEmpty();
    assertThat(extracted.value()).isEqualTo(BILL.read(Json.output(FITTING)).value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'number': 'R-1'          | 'number': 7              | $.number     | text",
        "'pages': 3               | 'pages': 5.5             | $.pages      | an Integer",
        "'pages': 3               | 'pages': 'three'         | $.pages      | a number",
        "'urgent': true           | 'urgent': 'yes'          | $.urgent     | true or false",
        "'due_date': '2026-02-28' | 'due_date': '28.02.2026' | $.due_date   | a date such as"
            + " 2026-02-09",
        "'state': 'open'          | 'state': ''              | $.state      | one of the choices"
            + " [open, paid]",
        "'amount': 1.10           | 'amount': 'a euro'       | $.total.amount | a number",
        "'price': 2}              | 'price': {}}             | $.line_items[1].price | a number",
      })
  void aValueThatDoesNotFitIsNullAndListedAndTheRestIsRead(
      String fitting, String other, String path, String expected) {
    Extracted<Bill> extracted = BILL.readLenient(Json.output(FITTING.replace(fitting, other)));

    String raw = other.substring(other.indexOf(' ') + 1).replace("}}", "}").replace('\'', '"');
    assertThat(extracted.problems())
        .singleElement()
        .returns(path, ExtractionProblem::path)
        .returns(expected, ExtractionProblem::expected)
        .returns(raw, problem -> problem.json().json())
        .returns(null, ExtractionProblem::readAs);
    String nulled =
        fitting.substring(0, fitting.indexOf(' ')) + " null" + (fitting.endsWith("}") ? "}" : "");
    assertThat(extracted.value())
        .isEqualTo(BILL.read(Json.output(FITTING.replace(fitting, nulled))).value());
  }

  @Test
  void aValueThatIsNotAListIsEmptyAndListed() {
    Extracted<Bill> extracted = BILL.readLenient(Json.output("{'tags': 'x', 'line_items': {}}"));

    assertThat(extracted.value().tags()).isEmpty();
    assertThat(extracted.value().lineItems()).isEmpty();
    assertThat(extracted.problems())
        .extracting(ExtractionProblem::toString)
        .containsExactly(
            "$.line_items is an object where a list is expected",
            "$.tags is text where a list is expected");
    assertThat(extracted.problems())
        .extracting(ExtractionProblem::readAs)
        .containsExactly(List.of(), List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.50", " 3.50 ", "-3.50"})
  void textThatSpellsANumberIsReadAsThatNumberAndListed(String text) {
    Extracted<Bill> extracted =
        BILL.readLenient(Json.output("{'total': {'amount': '" + text + "'}}"));

    BigDecimal amount = new BigDecimal(text.strip());
    assertThat(extracted.value().total()).isEqualTo(new CurrencyAmount(amount, null));
    assertThat(extracted.problems())
        .singleElement()
        .hasToString("$.total.amount is text where a number is expected")
        .returns(amount, ExtractionProblem::readAs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,234.50", "$3", "3 EUR", "", "0x10", "٣", "NaN", "1.", "5.5"})
  void otherTextIsNotTakenForANumberOfThePages(String text) {
    Extracted<Bill> extracted = BILL.readLenient(Json.output("{'pages': '" + text + "'}"));

    assertThat(extracted.value().pages()).isNull();
    assertThat(extracted.problems())
        .singleElement()
        .hasToString("$.pages is text where a number is expected")
        .returns(null, ExtractionProblem::readAs);
  }

  @Test
  void itemsThatDoNotFitAreLeftOutAndFieldsGoByTheRecordsIndexes() {
    Map<String, FieldMetadata> metadata =
        Map.of("line_items[2].text", FieldMetadata.builder().ocrConfidence(0.7).build());
    Extracted<Bill> extracted =
        BILL.readLenient(
            Json.output(
                "{'line_items': [null, 'a', {'text': 'b'}], 'tags': ['x', null]}", metadata));

    assertThat(extracted.value().lineItems()).containsExactly(new Line("b", null));
    assertThat(extracted.value().tags()).containsExactly("x");
    assertThat(extracted.problems())
        .extracting(ExtractionProblem::toString)
        .containsExactly(
            "$.line_items[0] is null where an object is expected",
            "$.line_items[1] is text where an object is expected",
            "$.tags[1] is null where text is expected");
    assertThat(extracted.field("lineItems[0].text"))
        .returns("b", ExtractedField::value)
        .returns("lineItems[0].text", ExtractedField::name)
        .returns("line_items[2].text", ExtractedField::key)
        .returns(0.7, ExtractedField::confidence);
    assertThatThrownBy(() -> extracted.field("lineItems[1]"))
        .hasMessage("There is no \"lineItems[1]\": lineItems has 1 items.");
  }

  @Test
  void oneBadFieldLeavesAllOthersWithConfidenceAndCitations() {
    Map<String, FieldMetadata> metadata =
        Map.of(
            "number", FieldMetadata.builder().ocrConfidence(0.9).build(),
            "due_date", FieldMetadata.builder().ocrConfidence(0.4).build());

    Extracted<Bill> extracted =
        BILL.readLenient(Json.output(FITTING.replace("2026-02-28", "soon"), metadata));

    assertThat(extracted.field("number"))
        .returns("R-1", ExtractedField::value)
        .returns(0.9, ExtractedField::confidence)
        .returns(List.of(), ExtractedField::problems);
    assertThat(extracted.field("dueDate"))
        .returns(null, ExtractedField::value)
        .returns(0.4, ExtractedField::confidence)
        .returns(JsonValue.of("soon"), ExtractedField::json)
        .returns(extracted.problems(), ExtractedField::problems);
    assertThat(extracted.fields()).hasSize(11);
  }

  record Picky(@Nullable String name) {
    Picky {
      Objects.requireNonNull(name, "name");
    }
  }

  record Club(@Nullable Picky head, List<Picky> members) {}

  @Test
  void aRecordWhoseConstructorThrowsIsLeftOutAndListed() {
    Extracted<Club> extracted =
        ExtractionSchema.of(Club.class)
            .readLenient(Json.output("{'head': {}, 'members': [{'name': 'a'}, {'name': null}]}"));

    assertThat(extracted.value()).isEqualTo(new Club(null, List.of(new Picky("a"))));
    assertThat(extracted.problems())
        .extracting(ExtractionProblem::toString)
        .containsExactly(
            "$.head was refused by the constructor of " + Picky.class.getName(),
            "$.members[1] was refused by the constructor of " + Picky.class.getName());
  }

  @Test
  void theRecordItselfMustBeMade() {
    assertThatThrownBy(
            () -> ExtractionSchema.of(Picky.class).readLenient(Json.output("{'name': 7}")))
        .isExactlyInstanceOf(ExtractionException.class)
        .hasMessage(
            "$ in the output was refused by the constructor of "
                + Picky.class.getName()
                + ". The constructor must accept whatever a document says, and null for what was"
                + " not found.")
        .hasCauseExactlyInstanceOf(NullPointerException.class);
  }

  @Test
  void theOutputOfAnotherSchemaIsRefusedAllTheSame() {
    assertThatThrownBy(() -> BILL.readLenient(Json.output("{'vendor': 'x'}")))
        .hasMessage(
            "$ in the output has no property of "
                + Bill.class.getName()
                + ". Read an output with the schema that its run was made with.");
  }

  @Test
  void aValueWithoutMetadataIsReadToo() {
    Extracted<Bill> extracted =
        BILL.decodeLenient(Json.of("{'number': 'R-3', 'pages': 'x'}").asObject());

    assertThat(extracted.value().number()).isEqualTo("R-3");
    assertThat(extracted.problems()).hasSize(1);
    assertThat(extracted.field("number").confidence()).isNull();
  }

  /** What accompanies a value never hides the value, or others. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{'a': null, REST}",
        "{'a': 5, REST}",
        "{'a': {'ocrConfidence': 'high', 'citations': 'x', 'insights': 5}, REST}",
        "{'a': {'ocrConfidence': 1e400, 'citations': [null, 5, {'page': {'number': 'x'}}]}, REST}",
        "{'a': {'citations': [{'page': {'number': 1}, 'polygon': [null, {'x': 1}]}]}, REST}"
      })
  void metadataOfAnUnexpectedTypeCountsAsNone(String metadata) {
    String rest = "'b': {'ocrConfidence': 0.99, 'citations': [{'page': {'number': 2}}]}";
    ExtractOutput output =
        ExtractOutput.fromJson(
            Json.of(
                    "{'value': {'a': 'x', 'b': 'y'}, 'metadata': "
                        + metadata.replace("REST", rest)
                        + "}")
                .json());

    Extracted<Pair> extracted = ExtractionSchema.of(Pair.class).readLenient(output);

    assertThat(extracted.value()).isEqualTo(new Pair("x", "y"));
    assertThat(extracted.fields()).extracting(ExtractedField::value).containsExactly("x", "y");
    assertThat(extracted.field("a").confidence()).isNull();
    assertThat(extracted.field("a").insights()).isEmpty();
    assertThat(extracted.review().get(0).kind()).isEqualTo(ReviewItem.Kind.NO_CONFIDENCE);
    assertThat(extracted.review().get(0).boxes()).isEmpty();
    boolean hasRest = metadata.contains("REST");
    assertThat(extracted.field("b").confidence()).isEqualTo(hasRest ? 0.99 : null);
    assertThat(extracted.field("b").citations()).hasSize(hasRest ? 1 : 0);
  }

  record Pair(@ReviewThreshold(0.9) @Nullable String a, @Nullable String b) {}

  @Test
  void aProblemPrintsNoContent() {
    assertThat(BILL.readLenient(Json.output("{'pages': 'in confidence'}")).problems())
        .hasToString("[$.pages is text where a number is expected]");
  }

  record Visit(
      @Nullable Integer count,
      @Nullable LocalDate day,
      @Nullable State state,
      @Nullable Signature signature,
      List<LocalDate> days,
      @Nullable String text) {}

  record VisitInTexts(@Nullable String day, @Nullable String state, List<String> days) {}

  record VisitInLongs(@Nullable Long count) {}

  record VisitInDecimals(@Nullable BigDecimal count) {}

  private static final Map<String, Class<? extends Record>> WITH_CLASS =
      Map.of(
          "component as String", VisitInTexts.class,
          "component as Long", VisitInLongs.class,
          "or BigDecimal", VisitInDecimals.class,
          "component as BigDecimal", VisitInDecimals.class);

  /** What a message advises is done, with the same value. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'count': 5.5}",
        "{'count': 3000000000}",
        "{'count': 1e99999999999}",
        "{'day': '28.02.2026'}",
        "{'days': ['2026-02-28', '']}",
        "{'state': ''}",
        "{'signature': {'signature_date': 'soon'}}",
        "{'text': 1}",
        "{'days': {}}",
      })
  void theTypeThatAMessageAdvisesFits(String json) {
    Map<String, JsonValue> value = Json.of(json).asObject();
    ExtractionSchema<Visit> visit = ExtractionSchema.of(Visit.class);
    String message =
        catchThrowableOfType(ExtractionException.class, () -> visit.decode(value)).getMessage();

    boolean advised = false;
    for (Map.Entry<String, Class<? extends Record>> other : WITH_CLASS.entrySet()) {
      if (message.contains(other.getKey())) {
        assertThat(ExtractionSchema.of(other.getValue()).decode(value)).isNotNull();
        advised = true;
      }
    }
    if (message.contains("readLenient or decodeLenient")) {
      assertThat(visit.decodeLenient(value).problems()).hasSize(1);
      assertThat(visit.readLenient(Json.output(json)).problems()).hasSize(1);
      advised = true;
    }
    assertThat(advised).as(message).isTrue();
  }

  @Test
  void aDateWithinASignatureIsNotAdvisedToBeDeclaredInAnotherWay() {
    assertThatThrownBy(
            () ->
                ExtractionSchema.of(Visit.class)
                    .read(Json.output("{'signature': {'signature_date': 'soon'}}")))
        .hasMessage(
            "$.signature.signature_date in the output is text, but not a date such as 2026-02-09."
                + " readLenient or decodeLenient gives the rest and lists what does not fit.");
  }
}
