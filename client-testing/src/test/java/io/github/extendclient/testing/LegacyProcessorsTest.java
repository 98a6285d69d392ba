package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Processors and their runs in API version 2025-04-21. */
final class LegacyProcessorsTest {
  private static final String CLASSES =
      "[{'id': 'c1', 'type': 'invoice', 'description': 'A bill for goods'},"
          + " {'id': 'c2', 'type': 'contract', 'description': 'An agreement of parties'}]";

  @RegisterExtension private final ServerFixture fixture = ServerFixture.validating();

  @Test
  void fieldsAreExtracted() {
    TestClient.Response processor =
        fixture.legacy.post(
            "/processors",
            "{'name': 'F', 'type': 'EXTRACT', 'config': {'type': 'EXTRACT', 'fields': ["
                + "{'id': 'f1', 'name': 'total', 'type': 'currency', 'description': ''},"
                + "{'id': 'f2', 'name': 'state', 'type': 'enum', 'description': '', 'enum':"
                + " [{'value': 'paid', 'description': ''}, {'value': 'not paid', 'description':"
                + " ''}]},"
                + "{'id': 'f3', 'name': 'due_date', 'type': 'date', 'description': ''},"
                + "{'id': 'f4', 'name': 'absent', 'type': 'string', 'description': ''},"
                + "{'id': 'f5', 'name': 'lines', 'type': 'array', 'description': '', 'schema':"
                + " [{'id': 'f6', 'name': 'amount', 'type': 'number', 'description': ''}]}]}}");
    String file =
        fixture.upload(
            "a.txt",
            "Total: $ 5.00\nState: not paid\nDue date: 2026-03-03\n\n| Amount | Item |\n| 2 | a |");

    TestClient.Response run =
        fixture.legacy.post(
            "/processor_runs",
            "{'processorId': '"
                + processor.text("processor.id")
                + "', 'version': 'draft', 'sync': true, 'file': {'fileId': '"
                + file
                + "'}}");

    String output = "processorRun.output.";
    assertThat(run.text(output + "total.id")).isEqualTo("f1");
    assertThat(run.at(output + "total.value"))
        .isEqualTo(Map.of("amount", new BigDecimal("5.00"), "iso_4217_currency_code", "USD"));
    assertThat(run.at(output + "total.confidence")).isEqualTo(new BigDecimal("1.00"));
    assertThat(run.at(output + "total.references[0].page")).isEqualTo(1L);
    assertThat(run.text(output + "state.value")).isEqualTo("not paid");
    assertThat(run.text(output + "due_date.value")).isEqualTo("2026-03-03");
    assertThat(run.at(output + "absent.value")).isNull();
    assertThat(run.at(output + "lines.value")).isEqualTo(List.of(Map.of("amount", 2L)));
    String current = "/extract_runs/" + run.text("processorRun.id").replace("dpr_", "exr_");
    assertThat(fixture.current.get(current).text("output.state.value")).isEqualTo("not paid");
  }

  @Test
  void theCurrentVersionRejectsFields() {
    try (TestClient unchecked = new TestClient(fixture.server, TestClient.CURRENT)) {
      TestClient.Response response =
          unchecked.post("/extractors", "{'name': 'F', 'config': {'fields': []}}");

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.text("message"))
          .isEqualTo(
              "The property \"config.fields\" is only taken where configurations are in the form"
                  + " of 2025-04-21: use \"schema\".");
    }
  }

  @Test
  void aRunIsSeenByTheCurrentVersionInItsShape() {
    String id = fixture.extractor("X", "total");
    String old = id.replace("ex_", "dp_");
    String run =
        fixture
            .legacy
            .post(
                "/processor_runs",
                "{'processorId': '" + old + "', 'rawText': 'Total: 5', 'sync': true}")
            .text("processorRun.id");

    assertThat(run).startsWith("dpr_");
    String current = run.replace("dpr_", "exr_");
    TestClient.Response seen = fixture.current.get("/extract_runs/" + current);
    assertThat(seen.text("output.value.total")).isEqualTo("5");
    assertThat(seen.text("extractor.id")).isEqualTo(id);
    TestClient.Response group = fixture.current.get("/processor_runs/" + current);
    assertThat(group.text("processorRun.processorId")).isEqualTo(id);
    assertThat(fixture.legacy.get("/processor_runs/" + run).text("processorRun.processorId"))
        .isEqualTo(old);
  }

  @Test
  void processorsOfAllKindsAreListed() {
    fixture.extractor("X", "a");
    fixture.current.post(
        "/classifiers", "{'name': 'C', 'config': {'classifications': " + CLASSES + "}}");
    fixture.current.post(
        "/splitters", "{'name': 'S', 'config': {'splitClassifications': " + CLASSES + "}}");

    TestClient.Response list = fixture.legacy.get("/processors?sortDir=asc");

    assertThat(
            ((List<?>) list.at("processors"))
                .stream().map(one -> String.valueOf(((Map<?, ?>) one).get("type"))).toList())
        .containsExactly("EXTRACT", "CLASSIFY", "SPLITTER");
    assertThat(fixture.legacy.get("/processors?type=SPLITTER").text("processors[0].name"))
        .isEqualTo("S");
  }
}
