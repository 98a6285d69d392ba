package io.github.extendclient.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.model.ExtractConfigJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchemaTextTest {
  record Scalars(
      @Nullable String text,
      @Nullable Integer small,
      @Nullable Long large,
      @Nullable Double rough,
      @Nullable BigDecimal exact,
      @Nullable Boolean truth,
      @Nullable LocalDate day) {}

  @Test
  void singleValuesMayBeNull() {
    assertSchema(
        Scalars.class,
        """
        {
          'type': 'object',
          'properties': {
            'text': {'type': ['string', 'null']},
            'small': {'type': ['integer', 'null']},
            'large': {'type': ['integer', 'null']},
            'rough': {'type': ['number', 'null']},
            'exact': {'type': ['number', 'null']},
            'truth': {'type': ['boolean', 'null']},
            'day': {'type': ['string', 'null'], 'extend:type': 'date'}
          },
          'required': ['text', 'small', 'large', 'rough', 'exact', 'truth', 'day'],
          'additionalProperties': false
        }
        """);
  }

  record Lists(
      List<String> texts,
      List<Integer> integers,
      List<BigDecimal> numbers,
      List<Boolean> truths,
      List<LocalDate> days,
      List<One> records) {}

  record One(@Nullable String one) {}

  @Test
  void itemsOfListsAreNeverNull() {
    assertSchema(
        Lists.class,
        """
        {
          'type': 'object',
          'properties': {
            'texts': {'type': 'array', 'items': {'type': 'string'}},
            'integers': {'type': 'array', 'items': {'type': 'integer'}},
            'numbers': {'type': 'array', 'items': {'type': 'number'}},
            'truths': {'type': 'array', 'items': {'type': 'boolean'}},
            'days': {'type': 'array', 'items': {'type': 'string', 'extend:type': 'date'}},
            'records': {'type': 'array', 'items': {
              'type': 'object',
              'properties': {'one': {'type': ['string', 'null']}},
              'required': ['one'],
              'additionalProperties': false
            }}
          },
          'required': ['texts', 'integers', 'numbers', 'truths', 'days', 'records'],
          'additionalProperties': false
        }
        """);
  }

  record Custom(@Nullable CurrencyAmount total, @Nullable Signature signed, List<Signature> all) {}

  @Test
  void currencyAndSignatureAreTypesOfTheApi() {
    String signature =
        """
        {
          'type': 'object',
          'extend:type': 'signature',
          'properties': {
            'printed_name': {'type': ['string', 'null']},
            'signature_date': {'type': ['string', 'null'], 'extend:type': 'date'},
            'is_signed': {'type': ['boolean', 'null']},
            'title_or_role': {'type': ['string', 'null']}
          },
          'required': ['printed_name', 'signature_date', 'is_signed', 'title_or_role'],
          'additionalProperties': false
        }
        """;
    assertSchema(
        Custom.class,
        """
        {
          'type': 'object',
          'properties': {
            'total': {
              'type': 'object',
              'extend:type': 'currency',
              'properties': {
                'amount': {'type': ['number', 'null']},
                'iso_4217_currency_code': {'type': ['string', 'null']}
              },
              'required': ['amount', 'iso_4217_currency_code'],
              'additionalProperties': false
            },
            'signed': %s,
            'all': {'type': 'array', 'items': %s}
          },
          'required': ['total', 'signed', 'all'],
          'additionalProperties': false
        }
        """
            .formatted(signature, signature));
  }

  record Chosen(@Nullable Plain plain, @Nullable Described described) {}

  enum Plain {
    PAID,
    PART_PAID,
    @Name("Written off!")
    WRITTEN_OFF
  }

  enum Described {
    @Description("The goods were sent")
    SENT,
    LOST
  }

  @Test
  void anEnumIsAChoiceAmongSmallLettersOrNames() {
    assertSchema(
        Chosen.class,
        """
        {
          'type': 'object',
          'properties': {
            'plain': {'enum': ['paid', 'part_paid', 'Written off!', null]},
            'described': {
              'enum': ['sent', 'lost', null],
              'extend:descriptions': ['The goods were sent', '']
            }
          },
          'required': ['plain', 'described'],
          'additionalProperties': false
        }
        """);
  }

  @Description("A letter")
  record Letter(
      @Description("A name") @Nullable String name,
      @Description("A day") @Nullable LocalDate day,
      @Description("A kind") @Nullable Plain kind,
      @Nullable Person sender,
      @Description("Who gets it") @Nullable Person recipient,
      @Description("Who else") List<Person> copies,
      @Description("What to pay") @Nullable CurrencyAmount amount) {}

  @Description("A person")
  record Person(@Nullable String name) {}

  @Test
  void descriptionsStandWhereTheyBelong() {
    String person =
        """
        'properties': {'name': {'type': ['string', 'null']}},
        'required': ['name'],
        'additionalProperties': false
        """;
    assertSchema(
        Letter.class,
        """
        {
          'type': 'object',
          'description': 'A letter',
          'properties': {
            'name': {'type': ['string', 'null'], 'description': 'A name'},
            'day': {'type': ['string', 'null'], 'extend:type': 'date', 'description': 'A day'},
            'kind': {'enum': ['paid', 'part_paid', 'Written off!', null], 'description': 'A kind'},
            'sender': {'type': 'object', 'description': 'A person', %1$s},
            'recipient': {'type': 'object', 'description': 'Who gets it', %1$s},
            'copies': {
              'type': 'array',
              'description': 'Who else',
              'items': {'type': 'object', 'description': 'A person', %1$s}
            },
            'amount': {
              'type': 'object',
              'extend:type': 'currency',
              'description': 'What to pay',
              'properties': {
                'amount': {'type': ['number', 'null']},
                'iso_4217_currency_code': {'type': ['string', 'null']}
              },
              'required': ['amount', 'iso_4217_currency_code'],
              'additionalProperties': false
            }
          },
          'required': ['name', 'day', 'kind', 'sender', 'recipient', 'copies', 'amount'],
          'additionalProperties': false
        }
        """
            .formatted(person));
  }

  record Names(
      @Nullable String plain,
      @Nullable String invoiceNumber,
      @Nullable String poNumberOfBuyer,
      @Nullable String vatID,
      @Nullable String pdfURLText,
      @Nullable String line2Total,
      @Nullable String already_snake,
      @Name("Own-Key_1") @Nullable String other) {}

  @Test
  void keysAreSnakeCaseOrGiven() {
    assertThat(ExtractionSchema.of(Names.class).json().get("required"))
        .hasToString(
            Json.compact(
                """
                ['plain', 'invoice_number', 'po_number_of_buyer', 'vat_id', 'pdf_url_text',
                 'line2_total', 'already_snake', 'Own-Key_1']
                """));
  }

  record D0(D1 d1) {}

  record D1(List<D2> d2) {}

  record D2(D3 d3) {}

  record D3(D4 d4) {}

  record D4(CurrencyAmount d5) {}

  @Test
  void objectsNestFiveDeep() {
    assertThat(ExtractionSchema.of(D0.class).toString())
        .contains("\"d5\":{\"type\":\"object\",\"extend:type\":\"currency\"");
  }

  record Twice(@Nullable One first, @Nullable One second) {}

  @Test
  void aRecordMayStandInSeveralPlaces() {
    assertThat(ExtractionSchema.of(Twice.class).json().get("required"))
        .hasToString("[\"first\",\"second\"]");
  }

  @Test
  void theConfigurationHasTheSchemaAndAsksForCitations() {
    ExtractionSchema<One> schema = ExtractionSchema.of(One.class);

    ExtractConfigJson config = schema.config().build();

    assertThat(config.getSchema()).isEqualTo(schema.json());
    assertThat(config.getAdvancedOptions().getCitationsEnabled()).isTrue();
  }

  @Test
  void theSameRecordGivesTheSameText() {
    assertThat(ExtractionSchema.of(Letter.class)).hasToString(text(Letter.class));
    assertThat(JsonValue.of(ExtractionSchema.of(Letter.class).json()).json())
        .isEqualTo(text(Letter.class));
  }

  private static void assertSchema(Class<? extends Record> type, String json) {
    assertThat(text(type)).isEqualTo(Json.compact(json));
  }

  private static String text(Class<? extends Record> type) {
    return ExtractionSchema.of(type).toString();
  }
}
