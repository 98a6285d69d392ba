package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ExtractRunsTest {
  @RegisterExtension private final ServerFixture fixture = new ServerFixture();

  @Test
  void fieldsAreFilledByTheirLabels() {
    TestClient.Response run =
        extract(
            invoice(),
            "'invoice_number': {'type': ['string', 'null']},"
                + "'invoice_date': {'type': ['string', 'null'], 'extend:type': 'date'},"
                + "'paid': {'type': ['boolean', 'null']},"
                + "'total_amount': {'type': ['number', 'null']}");

    assertThat(run.at("output.value"))
        .isEqualTo(
            Map.of(
                "invoice_number",
                "INV-2026-0042",
                "invoice_date",
                "2026-03-03",
                "paid",
                true,
                "total_amount",
                new BigDecimal("135.00")));
    fixture.current.validation().assertNone();
  }

  @Test
  void metadataSaysWhereAndHow() {
    TestClient.Response run = extract(invoice(), "'invoice_number': {'type': ['string', 'null']}");

    Map<?, ?> entry = (Map<?, ?>) ((Map<?, ?>) run.at("output.metadata")).get("invoice_number");
    assertThat(entry.get("logprobsConfidence")).isEqualTo(new BigDecimal("1.00"));
    assertThat(entry.get("insights"))
        .isEqualTo(
            List.of(
                Map.of(
                    "type",
                    "reasoning",
                    "content",
                    "Simulated by matching labels: the text after the colon of \"Invoice"
                        + " number\".")));
    assertThat(entry.get("citations"))
        .isEqualTo(
            List.of(
                Map.of(
                    "fileId",
                    run.at("file.id"),
                    "page",
                    Map.of("number", 1L, "width", 612L, "height", 792L),
                    "referenceText",
                    "Invoice number: INV-2026-0042",
                    "polygon",
                    List.of(
                        Map.of("x", 72L, "y", 102L),
                        Map.of("x", new BigDecimal("213.73"), "y", 102L),
                        Map.of("x", new BigDecimal("213.73"), "y", 112L),
                        Map.of("x", 72L, "y", 112L)))));
    fixture.current.validation().assertNone();
  }

  @Test
  void whatIsNotThereIsNull() {
    TestClient.Response run = extract(invoice(), "'vendor_phone': {'type': ['string', 'null']}");

    Map<?, ?> entry = (Map<?, ?>) ((Map<?, ?>) run.at("output.metadata")).get("vendor_phone");
    assertThat(run.at("output.value.vendor_phone")).isNull();
    assertThat(entry.get("logprobsConfidence")).isNull();
    assertThat(entry.get("citations")).isEqualTo(List.of());
    fixture.current.validation().assertNone();
  }

  @Test
  void labelOfAnotherTypeIsNoValue() {
    String file = fixture.upload("a.txt", "Total: to be agreed\n\nTotal amount: 12");

    assertThat(extract(file, "'total': {'type': ['number', 'null']}").at("output.value.total"))
        .isEqualTo(12L);
  }

  @Test
  void tableBecomesAListOfObjects() {
    TestClient.Response run =
        extract(
            invoice(),
            "'line_items': {'type': 'array', 'items': {'type': 'object', 'properties': {"
                + "'description': {'type': ['string', 'null']},"
                + "'qty': {'type': ['integer', 'null']},"
                + "'unit_price': {'type': ['number', 'null']},"
                + "'discount': {'type': ['number', 'null']}}}}");

    assertThat(run.at("output.value.line_items[1]"))
        .isEqualTo(
            object(
                "description",
                "Brush, wide",
                "qty",
                2L,
                "unit_price",
                new BigDecimal("4.25"),
                "discount",
                null));
    assertThat((List<?>) run.at("output.value.line_items")).hasSize(3);
    assertThat(run.names("output.metadata")).contains("line_items[2].unit_price");
    fixture.current.validation().assertNone();
  }

  @Test
  void listWithoutItsTableIsEmpty() {
    TestClient.Response run =
        extract(
            fixture.upload("a.txt", "Total: 5"),
            "'line_items': {'type': 'array', 'items': {'type': 'object', 'properties': {"
                + "'description': {'type': ['string', 'null']}}}}");

    assertThat(run.at("output.value.line_items")).isEqualTo(List.of());
  }

  @Test
  void listOfWordsIsReadBehindItsLabel() {
    TestClient.Response run =
        extract(
            fixture.upload("a.txt", "Colours: red, green; blue"),
            "'colours': {'type': 'array', 'items': {'type': 'string'}}");

    assertThat(run.at("output.value.colours")).isEqualTo(List.of("red", "green", "blue"));
    assertThat(run.names("output.metadata"))
        .containsExactly("colours[0]", "colours[1]", "colours[2]");
  }

  @Test
  void currencyHasAmountAndCode() {
    String currency =
        "{'type': 'object', 'extend:type': 'currency', 'properties': {"
            + "'amount': {'type': ['number', 'null']},"
            + "'iso_4217_currency_code': {'type': ['string', 'null']}}}";
    TestClient.Response run =
        extract(fixture.upload("a.txt", "Total: EUR 1.234,50"), "'total': " + currency);

    assertThat(run.at("output.value.total"))
        .isEqualTo(Map.of("amount", new BigDecimal("1234.50"), "iso_4217_currency_code", "EUR"));
  }

  @Test
  void enumTakesTheChoiceThatTheTextNames() {
    TestClient.Response run =
        extract(
            fixture.upload("a.txt", "Status: Past due since May"),
            "'status': {'enum': ['paid', 'past_due', null]}");

    assertThat(run.at("output.value.status")).isEqualTo("past_due");
  }

  @Test
  void enumTakesTheLongestChoiceThatTheTextNames() {
    TestClient.Response run =
        extract(
            fixture.upload("a.txt", "Status: not paid"),
            "'status': {'enum': ['paid', 'not paid', null]}");

    assertThat(run.text("output.value.status")).isEqualTo("not paid");
  }

  @Test
  void objectIsFilledByLabelsWithOrWithoutItsName() {
    TestClient.Response run =
        extract(
            fixture.upload("a.txt", "Name: Ann\nVendor name: Acme\nVendor city: Bonn"),
            "'vendor': {'type': 'object', 'properties': {"
                + "'name': {'type': ['string', 'null']},"
                + "'city': {'type': ['string', 'null']}}}");

    assertThat(run.at("output.value.vendor")).isEqualTo(Map.of("name", "Ann", "city", "Bonn"));
  }

  @Test
  void valueMayStandInTheNextCell() {
    byte[] pdf =
        new SamplePdf().row(100, "Due date", "2026-05-01").row(120, "Customer", "Ann").bytes();

    TestClient.Response run =
        extract(
            fixture.upload("a.pdf", pdf),
            "'due_date': {'type': ['string', 'null'], 'extend:type': 'date'},"
                + "'customer': {'type': ['string', 'null']}");

    assertThat(run.at("output.value"))
        .isEqualTo(Map.of("due_date", "2026-05-01", "customer", "Ann"));
  }

  @Test
  void valueMayStandOnTheNextLine() {
    byte[] pdf =
        new SamplePdf()
            .row(100, "Policy holder:", "Policy number:")
            .row(114, "Ann Lee", "P-77")
            .bytes();

    TestClient.Response run =
        extract(
            fixture.upload("a.pdf", pdf),
            "'policy_holder': {'type': ['string', 'null']},"
                + "'policy_number': {'type': ['string', 'null']}");

    assertThat(run.at("output.value"))
        .isEqualTo(Map.of("policy_holder", "Ann Lee", "policy_number", "P-77"));
  }

  @Test
  void valueMayStandBehindItsLabelWithoutColon() {
    TestClient.Response run =
        extract(
            fixture.upload("a.txt", "Thanks.\n\nGrand total $ 99.90"),
            "'grand_total': {'type': ['number', 'null']}");

    assertThat(run.at("output.value.grand_total")).isEqualTo(new BigDecimal("99.90"));
  }

  @Test
  void csvColumnsAreFields() {
    TestClient.Response run =
        extract(
            fixture.upload("a.csv", "name,amount\nAnn,5\nBob,6\n"),
            "'rows': {'type': 'array', 'items': {'type': 'object', 'properties': {"
                + "'name': {'type': ['string', 'null']},"
                + "'amount': {'type': ['integer', 'null']}}}}");

    assertThat(run.at("output.value.rows"))
        .isEqualTo(
            List.of(Map.of("name", "Ann", "amount", 5L), Map.of("name", "Bob", "amount", 6L)));
  }

  @Test
  void withoutSchemaEveryLabelIsAField() {
    String id =
        fixture
            .current
            .post("/extract_runs", "{'file': {'text': 'Order no.: 7\\nShip to: Bonn'}}")
            .text("id");
    fixture.finishRuns();

    TestClient.Response run = fixture.current.get("/extract_runs/" + id);

    assertThat(run.at("output.value")).isEqualTo(Map.of("order_no", "7", "ship_to", "Bonn"));
    assertThat(run.text("file.name")).isEqualTo("text.txt");
    fixture.current.validation().assertNone();
  }

  @Test
  void lightProcessorHasNoConfidences() {
    TestClient.Response run =
        fixture.extract(
            fixture.upload("a.txt", "Total: 5"),
            "{'baseProcessor': 'extraction_light', 'schema': {'type': 'object', 'properties': {"
                + "'total': {'type': ['integer', 'null']}}}}");

    assertThat(run.at("output.metadata.total.logprobsConfidence")).isNull();
  }

  @Test
  void citationsCanBeSwitchedOff() {
    TestClient.Response run =
        fixture.extract(
            fixture.upload("a.txt", "Total: 5"),
            "{'advancedOptions': {'citationsEnabled': false}, 'schema': {'type': 'object',"
                + " 'properties': {'total': {'type': ['integer', 'null']}}}}");

    assertThat(run.names("output.metadata.total")).doesNotContain("citations");
    fixture.current.validation().assertNone();
  }

  @Test
  void packageIsReadAsOne() {
    String first = fixture.upload("a.txt", "Order: 7");
    String second = fixture.upload("b.txt", "Total: 5");
    String id =
        fixture
            .current
            .post(
                "/extract_runs",
                "{'package': {'files': [{'id': '" + first + "'}, {'id': '" + second + "'}]}}")
            .text("id");
    fixture.finishRuns();

    TestClient.Response run = fixture.current.get("/extract_runs/" + id);

    assertThat(run.at("output.value")).isEqualTo(Map.of("order", "7", "total", "5"));
    assertThat(run.at("file")).isNull();
    assertThat(run.at("files[1].id")).isEqualTo(second);
    assertThat(run.at("output.metadata.total.citations[0].fileId")).isEqualTo(second);
    fixture.current.validation().assertNone();
  }

  @Test
  void fileThatCannotBeReadFailsTheRun() {
    TestClient.Response run = fixture.extract(fixture.upload("a.bin", "x"), "{}");

    assertThat(run.text("status")).isEqualTo("FAILED");
    assertThat(run.text("failureReason")).isEqualTo("FAILED_TO_PROCESS_FILE");
    assertThat(run.text("failureMessage")).startsWith("FILE_TYPE_NOT_SUPPORTED: The file a.bin");
    assertThat(run.at("output")).isNull();
    fixture.current.validation().assertNone();
  }

  @Test
  void propertyThatIsNotNullableIsRefusedAsTheApiDoes() {
    assertThat(
            refusal(
                "'config': {'schema': {'type': 'object', 'properties': {"
                    + "'a': {'type': 'object', 'properties': {'b': {'type': 'string'}}}}}}"))
        .isEqualTo(
            "The property \"config.schema.a.b\" must be nullable: use the type [\"string\","
                + " \"null\"] in place of \"string\".");
  }

  @Test
  void schemaThatIsNoObjectIsRefused() {
    assertThat(refusal("'config': {'schema': {'type': 'array'}}"))
        .isEqualTo(
            "The property \"config.schema\" must have the type \"object\" and \"properties\".");
  }

  @Test
  void extractorAndConfigExcludeEachOther() {
    assertThat(refusal("'extractor': {'id': 'ex_1'}, 'config': {}"))
        .isEqualTo(
            "The properties \"extractor\" and \"config\" exclude each other, but both are there.");
  }

  @Test
  void extractorThatIsNotThereIs404() {
    TestClient.Response response =
        fixture.current.post(
            "/extract_runs", "{'file': {'text': 'a'}, 'extractor': {'id': 'ex_1'}}");

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.text("message")).isEqualTo("There is no extractor with the ID ex_1.");
  }

  @Test
  void oneOfFileAndPackageIsRequired() {
    assertThat(fixture.current.post("/extract_runs", "{}").text("message"))
        .isEqualTo("The property \"file\" (or \"package\") is required, but it is missing.");
    assertThat(refusal("'package': {'files': []}"))
        .isEqualTo(
            "The properties \"file\" and \"package\" exclude each other, but both are there.");
    assertThat(fixture.current.post("/extract_runs", "{'package': {'files': []}}").text("message"))
        .isEqualTo("The property \"package.files\" must have 1 to 50 files, but it has 0.");
  }

  private String invoice() {
    return fixture.upload("invoice.pdf", SamplePdf.invoice());
  }

  private TestClient.Response extract(String file, String properties) {
    return fixture.extract(
        file, "{'schema': {'type': 'object', 'properties': {" + properties + "}}}");
  }

  private String refusal(String properties) {
    TestClient.Response response =
        fixture.current.post("/extract_runs", "{'file': {'text': 'a'}, " + properties + "}");
    assertThat(response.status()).isEqualTo(400);
    return response.text("message");
  }

  private static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    List<@Nullable Object> list = Arrays.asList(namesAndValues);
    for (int i = 0; i < list.size(); i += 2) {
      object.put(String.valueOf(list.get(i)), list.get(i + 1));
    }
    return object;
  }
}
