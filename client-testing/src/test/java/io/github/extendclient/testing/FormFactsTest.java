package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.extendclient.testing.internal.json.Json;
import io.github.extendclient.testing.internal.json.JsonObject;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Engines, sources of fields, rules and events of form detection and editing. */
final class FormFactsTest {
  @RegisterExtension private final ServerFixture fixture = ServerFixture.validating();

  @Test
  void detectionGivesTheSourceAndTheDescriptionsOfAChoice() {
    TestClient.Response run = detect("{}");

    assertThat(json(run, "output.schema.properties.state.enum")).isEqualTo("[\"CA\",\"NY\"]");
    assertThat(json(run, "output.schema.properties.state.extend:descriptions"))
        .isEqualTo("[\"California\",\"New York\"]");
    assertThat(json(run, "output.schema.properties.state.extend_edit:source_acroform"))
        .isEqualTo(
            "{\"fieldName\":\"state\",\"fieldType\":\"dropdown\",\"optionMap\":["
                + "{\"schemaValue\":\"CA\",\"exportValue\":\"CA\",\"displayValue\":\"California\"},"
                + "{\"schemaValue\":\"NY\",\"exportValue\":\"NY\",\"displayValue\":\"New York\"}]}");
  }

  @Test
  void schemaOfADetectionIsTakenBackByAnEdit() {
    JsonObject schema = (JsonObject) detect("{}").at("output.schema");
    JsonObject properties = (JsonObject) schema.get("properties");
    ((JsonObject) properties.get("state")).put("extend_edit:value", "NY");
    JsonObject renamed = (JsonObject) properties.remove("married");
    properties.put("is_married", renamed.with("extend_edit:value", "yes"));

    TestClient.Response edit = edit(JsonObject.of("schema", schema));

    assertThat(json(edit, "output.filledValues"))
        .isEqualTo("{\"state\":\"NY\",\"is_married\":\"yes\"}");
    assertThat(json(edit, "config.schema")).isEqualTo(Json.write(schema).readUtf8());
  }

  @Test
  void valueIsTranslatedByTheOptionMap() {
    JsonObject source =
        JsonObject.of("fieldName", "state")
            .with("fieldType", "dropdown")
            .with(
                "optionMap",
                List.of(
                    JsonObject.of("schemaValue", "New York")
                        .with("exportValue", "NY")
                        .with("displayValue", "New York")));
    JsonObject property =
        JsonObject.of("type", List.of("string", "null"))
            .with("extend_edit:value", "New York")
            .with("extend_edit:source_acroform", source);
    JsonObject schema =
        JsonObject.of("type", "object").with("properties", JsonObject.of("where", property));

    TestClient.Response edit =
        edit(
            JsonObject.of("schema", schema)
                .with("advancedOptions", JsonObject.of("flattenPdf", false)));

    String file = edit.text("output.editedFile.id");
    assertThat(json(edit, "output.filledValues")).isEqualTo("{\"where\":\"New York\"}");
    assertThat(fixture.current.get("/files/" + file).at("metadata.pageCount")).isEqualTo(1L);
  }

  @ParameterizedTest
  @CsvSource({
    "'{}', 1.0.0, married",
    "'{\"engineVersion\":\"latest\"}', 1.0.0, married",
    "'{\"engineVersion\":\"1.0.0-beta\"}', 1.0.0-beta, married",
    "'{\"engineVersion\":\"0.0.1\"}', 0.0.1, married_yes",
    "'{\"advancedOptions\":{\"radioEnumsEnabled\":false}}', 1.0.0, married_yes"
  })
  void theExactEngineIsReturnedAndDecidesHowRadioButtonsAreShown(
      String config, String version, String property) {
    TestClient.Response run = detect(config);

    assertThat(run.text("config.engineVersion")).isEqualTo(version);
    assertThat(run.names("output.schema.properties")).contains(property);
  }

  @Test
  void radioButtonOfItsOwnNamesItsOption() {
    assertThat(
            json(
                detect("{\"engineVersion\":\"0.0.1\"}"),
                "output.schema.properties.married_no.extend_edit:source_acroform"))
        .isEqualTo("{\"fieldName\":\"married\",\"fieldType\":\"radio\",\"optionValue\":\"no\"}");
  }

  @ParameterizedTest
  @CsvSource({"0.0.1, 0", "1.0.0, 0", "1.0.0-beta, 2"})
  void engineDecidesWhetherFieldsStay(String version, int fields) {
    TestClient.Response edit = edit(JsonObject.of("engineVersion", version));
    String edited = edit.text("output.editedFile.id");

    TestClient.Response run =
        fixture.current.post("/detect_form", "{'file': {'id': '" + edited + "'}}");

    assertThat(run.status()).as(run.text()).isEqualTo(fields == 0 ? 422 : 200);
    if (fields > 0) {
      assertThat(run.at("metrics.fieldCount")).isEqualTo((long) fields);
    }
  }

  @Test
  void engineThatThereIsNotIsRefused() {
    TestClient.Response response =
        fixture.current.post(
            "/edit_runs",
            "{'file': {'id': '" + form() + "'}, 'config': {'engineVersion': '9.9.9'}}");

    assertThat(response.text("message"))
        .isEqualTo(
            "The property \"config.engineVersion\" must be one of 0.0.1, 1.0.0, 1.0.0-beta, latest,"
                + " but it is \"9.9.9\".");
  }

  @Test
  void rulesCompareWithBooleansNumbersNullAndWhatIsNested() {
    String rules =
        "[{\"if\":{\"properties\":{\"married\":{\"enum\":[true,1,null,\"yes\"]},"
            + "\"tags\":{\"type\":[\"array\",\"null\"],\"items\":{\"enum\":[\"a\"],\"minLength\":1},"
            + "\"contains\":{\"const\":false}}}},\"then\":{\"required\":[\"state\"]}}]";
    JsonObject schema = (JsonObject) detect("{}").at("output.schema");
    JsonObject parsed =
        (JsonObject) new TestClient.Response(200, null, "{\"allOf\":" + rules + "}").json();
    schema.put("allOf", parsed.get("allOf"));

    assertThat(json(edit(JsonObject.of("schema", schema)), "config.schema.allOf")).isEqualTo(rules);
  }

  @ParameterizedTest
  @CsvSource({
    "form.pdf, form_detection_run.processed",
    "FAIL_CORRUPT_FILE.pdf, form_detection_run.failed"
  })
  void endOfADetectionIsDelivered(String name, String event) throws Exception {
    try (MockWebServer receiver = new MockWebServer()) {
      receiver.start();
      receiver.enqueue(new MockResponse.Builder().build());
      TestClient.Response endpoint =
          fixture.current.post(
              "/webhook_endpoints",
              "{'url': '"
                  + receiver.url("/")
                  + "', 'name': 'N', 'apiVersion': '2026-02-09', 'enabledEvents':"
                  + " ['form_detection_run.processed', 'form_detection_run.failed']}");
      assertThat(endpoint.status()).as(endpoint.text()).isEqualTo(200);
      String file = fixture.upload(name, ChoiceForm.pdf());

      String run =
          fixture
              .current
              .post("/form_detection_runs", "{'file': {'id': '" + file + "'}}")
              .text("id");
      fixture.finishRuns();

      RecordedRequest delivery = receiver.takeRequest();
      TestClient.Response body =
          new TestClient.Response(200, null, String.valueOf(delivery.getBody().utf8()));
      assertThat(body.text("eventType")).isEqualTo(event);
      assertThat(body.text("payload.object")).isEqualTo("form_detection_run");
      assertThat(body.text("payload.id")).isEqualTo(run);
    }
  }

  @Test
  void strictIdentifiersOfASplitAreKept() {
    TestClient.Response run =
        fixture.current.post(
            "/split_runs",
            "{'file': {'id': '"
                + form()
                + "'}, 'config': {'splitClassifications': [{'id': 'a', 'type': 'other',"
                + " 'description': 'x'}], 'advancedOptions': {'strictIdentifierModeEnabled':"
                + " true}}}");

    assertThat(run.at("config.advancedOptions.strictIdentifierModeEnabled"))
        .as(run.text())
        .isEqualTo(true);
  }

  @Test
  void outputOfAParsedPdfTellsOfItsPages() {
    TestClient.Response run = fixture.parse(fixture.upload("a.pdf", SamplePdf.invoice()), "{}");

    assertThat(json(run, "output.metadata"))
        .isEqualTo(
            "{\"originalMimeType\":\"application/pdf\",\"finalMimeType\":\"application/pdf\","
                + "\"pages\":[{\"number\":1,\"rotationApplied\":0,\"originalPageWidth\":612,"
                + "\"originalPageHeight\":792,\"dpi\":72},{\"number\":2,\"rotationApplied\":0,"
                + "\"originalPageWidth\":612,\"originalPageHeight\":792,\"dpi\":72}]}");
  }

  private String form() {
    return fixture.upload("form.pdf", ChoiceForm.pdf());
  }

  private TestClient.Response detect(String config) {
    return fixture.current.post(
        "/detect_form", "{'file': {'id': '" + form() + "'}, 'config': " + config + "}");
  }

  private TestClient.Response edit(JsonObject config) {
    JsonObject body = JsonObject.of("file", JsonObject.of("id", form())).with("config", config);
    return fixture.current.post("/edit", Json.write(body).readUtf8());
  }

  private static String json(TestClient.Response response, String path) {
    return Json.write(response.at(path)).readUtf8();
  }
}
