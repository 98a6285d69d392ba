package io.github.extendclient.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs the main job through both versions, and checks each exchange against the specification. */
final class MainFlowTest {
  private static final String SCHEMA =
      """
      {'type': 'object', 'properties': {
        'invoice_number': {'type': ['string', 'null']},
        'invoice_date': {'type': ['string', 'null'], 'extend:type': 'date'},
        'paid': {'type': ['boolean', 'null']},
        'total_amount': {'type': 'object', 'extend:type': 'currency', 'properties': {
          'amount': {'type': ['number', 'null']},
          'iso_4217_currency_code': {'type': ['string', 'null']}},
          'required': ['amount', 'iso_4217_currency_code'], 'additionalProperties': false},
        'line_items': {'type': 'array', 'items': {'type': 'object', 'properties': {
          'description': {'type': ['string', 'null']},
          'quantity': {'type': ['integer', 'null']},
          'unit_price': {'type': ['number', 'null']}},
          'required': ['description', 'quantity', 'unit_price'], 'additionalProperties': false}}},
       'required': ['invoice_number', 'invoice_date', 'paid', 'total_amount', 'line_items'],
       'additionalProperties': false}
      """;

  private final TestClock clock = new TestClock();
  private final ExtendServer server = ExtendServer.builder().clock(clock).start();
  private final TestClient current = new TestClient(server, TestClient.CURRENT);
  private final TestClient legacy = new TestClient(server, TestClient.LEGACY);

  @AfterEach
  void close() {
    current.close();
    legacy.close();
    server.close();
  }

  @Test
  void uploadsParsesExtractsAndDeletes() {
    String file = current.upload("invoice.pdf", SamplePdf.invoice()).text("id");
    String parse = current.post("/parse_runs", "{'file': {'id': '" + file + "'}}").text("id");
    TestClient.Response created =
        current.post(
            "/extract_runs",
            "{'file': {'id': '" + file + "'}, 'config': {'schema': " + SCHEMA + "}}");
    String extract = created.text("id");

    assertThat(created.text("status")).isEqualTo("PENDING");
    assertThat(current.get("/parse_runs/" + parse).text("status")).isEqualTo("PROCESSING");
    clock.advance(Duration.ofMillis(150));
    assertThat(current.get("/extract_runs/" + extract).text("status")).isEqualTo("PROCESSING");
    clock.advance(Duration.ofMillis(350));
    TestClient.Response parsed = current.get("/parse_runs/" + parse);
    TestClient.Response extracted = current.get("/extract_runs/" + extract);

    assertThat(parsed.text("output.chunks[0].content")).startsWith("# Invoice\n\nInvoice number: ");
    assertThat(extracted.text("output.value.invoice_number")).isEqualTo("INV-2026-0042");
    assertThat(current.delete("/parse_runs/" + parse).text())
        .isEqualTo("{\"id\":\"" + parse + "\"}");
    assertThat(current.delete("/extract_runs/" + extract).text("id")).isEqualTo(extract);
    assertThat(current.delete("/files/" + file).text("id")).isEqualTo(file);
    current.validation().assertNone();
  }
}
