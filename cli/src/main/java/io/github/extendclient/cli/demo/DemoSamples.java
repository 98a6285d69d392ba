package io.github.extendclient.cli.demo;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Creates the samples of the demo: files, processors, a workflow, and a run of each kind. A
 * document is read when its run is first requested.
 */
final class DemoSamples {
  private static final Duration AGE = Duration.ofHours(1);
  // Long enough to watch or cancel it.
  private static final Duration LEFT_OF_RUN = Duration.ofSeconds(4);

  private static final String SCHEMA =
      """
      {"type": "object",
       "properties": {
         "invoice_number": {"type": ["string", "null"]},
         "invoice_date": {"type": ["string", "null"], "extend:type": "date"},
         "customer": {"type": ["string", "null"]},
         "total_due": {"type": ["string", "null"]}},
       "required": ["invoice_number", "invoice_date", "customer", "total_due"],
       "additionalProperties": false}
      """;

  private static final String CLASSES =
      """
      [{"id": "invoice", "type": "invoice", "description": "A bill for goods or services."},
       {"id": "contract", "type": "contract", "description": "A contract that two parties signed."},
       {"id": "other", "type": "other", "description": "Anything else."}]
      """;

  private final ExtendClient extend;
  private final Map<String, String> ids = new LinkedHashMap<>();

  private DemoSamples(ExtendClient extend) {
    this.extend = extend;
  }

  /** Creates the samples; returns the ID of each by the name of its constant in {@link DemoIds}. */
  static Map<String, String> create(ExtendClient extend, ShiftedClock clock) {
    DemoSamples samples = new DemoSamples(extend);
    clock.setBack(AGE);
    samples.uploadFiles();
    samples.createProcessors();
    samples.createRuns();
    clock.setBack(LEFT_OF_RUN.negated());
    samples.createExtractRun("RUN_UNDER_WAY");
    clock.setBack(Duration.ZERO);
    return samples.ids;
  }

  private void uploadFiles() {
    upload("INVOICE", "invoice.pdf", resource("invoice.pdf"));
    upload("SCAN", "scan.pdf", resource("scan.pdf"));
    upload("FORM", "form.pdf", resource("form.pdf"));
    upload("DAMAGED", "damaged.pdf", "no PDF".getBytes(StandardCharsets.US_ASCII));
  }

  private void createProcessors() {
    create(
        "EXTRACTOR",
        "extractors_create",
        "{\"name\": \"Invoices\", \"config\": {\"schema\": " + SCHEMA + "}}");
    create(
        "CLASSIFIER",
        "classifiers_create",
        "{\"name\": \"Business mail\", \"config\": {\"classifications\": " + CLASSES + "}}");
    create(
        "SPLITTER",
        "splitters_create",
        "{\"name\": \"Scanned mail\", \"config\": {\"splitClassifications\": " + CLASSES + "}}");
    create(
        "WORKFLOW",
        "workflows_create",
        """
        {"name": "Invoices",
         "steps": [
           {"type": "TRIGGER", "name": "start", "next": [{"step": "parse"}]},
           {"type": "PARSE", "name": "parse", "next": [{"step": "extract"}]},
           {"type": "EXTRACT", "name": "extract", "config": {"extractor": {"id": "EXTRACTOR"}}}]}
        """);
  }

  private void createRuns() {
    create("PARSE_RUN", "parseRuns_create", "{\"file\": {\"id\": \"INVOICE\"}}");
    createExtractRun("EXTRACT_RUN");
    create(
        "CLASSIFY_RUN",
        "classifyRuns_create",
        "{\"classifier\": {\"id\": \"CLASSIFIER\"}, \"file\": {\"id\": \"INVOICE\"}}");
    create(
        "SPLIT_RUN",
        "splitRuns_create",
        "{\"splitter\": {\"id\": \"SPLITTER\"}, \"file\": {\"id\": \"SCAN\"}}");
    create(
        "EDIT_RUN",
        "editRuns_create",
        """
        {"file": {"id": "FORM"},
         "config": {"schema": {"type": "object", "properties": {
           "customer": {"type": "string", "extend_edit:value": "Bramble & Finch Bookbinders"}}}}}
        """);
    create("FAILED_RUN", "parseRuns_create", "{\"file\": {\"id\": \"DAMAGED\"}}");
    create(
        "WORKFLOW_RUN",
        "workflowRuns_create",
        "{\"workflow\": {\"id\": \"WORKFLOW\"}, \"file\": {\"id\": \"INVOICE\"}}");
  }

  private void createExtractRun(String name) {
    create(
        name,
        "extractRuns_create",
        "{\"extractor\": {\"id\": \"EXTRACTOR\"}, \"file\": {\"id\": \"INVOICE\"}}");
  }

  private void upload(String name, String fileName, byte[] content) {
    ids.put(name, extend.files().upload(Upload.of(fileName, content)).getId());
  }

  /** Calls an operation whose body names IDs by the names of those created before. */
  private void create(String name, String operation, String body) {
    String named = body;
    for (Map.Entry<String, String> id : ids.entrySet()) {
      named = named.replace("\"" + id.getKey() + "\"", "\"" + id.getValue() + "\"");
    }
    JsonValue created = extend.operations().get(operation).call(Map.of(), JsonValue.ofJson(named));
    ids.put(name, created.asObject().get("id").asString());
  }

  private static byte[] resource(String name) {
    try (InputStream in = DemoSamples.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its file " + name + ": build it anew.");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
