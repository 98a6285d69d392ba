package io.github.extendclient.testing;

import io.github.extendclient.testing.internal.json.Json;
import io.github.extendclient.testing.internal.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * A server whose resources are created on demand through 2026-02-09; for 2025-04-21, the IDs get
 * its prefixes.
 */
final class ResourcesOnDemand implements AutoCloseable {
  private static final String SCHEMA =
      "{'type': 'object', 'properties': {'invoice_number': {'type': ['string', 'null']}},"
          + " 'required': ['invoice_number'], 'additionalProperties': false}";
  private static final String CLASSES =
      "[{'id': 'invoice', 'type': 'invoice', 'description': 'A bill.'},"
          + " {'id': 'other', 'type': 'other', 'description': 'The rest.'}]";

  private static final List<String> UNLISTED =
      List.of("/form_detection_runs", "/evaluation_set_runs");

  private final ServerFixture fixture = new ServerFixture();
  private final boolean legacy;
  private final Map<String, String> ids = new HashMap<>();
  private boolean form;

  ResourcesOnDemand(String version) {
    this.legacy = version.equals(TestClient.LEGACY);
  }

  TestClient client() {
    return legacy ? fixture.legacy : fixture.current;
  }

  void assertNoViolation() {
    fixture.current.validation().assertNone();
    fixture.legacy.validation().assertNone();
  }

  /** Returns the path of an operation, after the resources that it names have been created. */
  String path(String method, String template) {
    form = template.startsWith("/edit") || template.contains("form");
    String resource = template.split("/")[1];
    String path = template;
    if (template.startsWith("/evaluation_set_items/{id}")) {
      return template.replace("{id}", id("evaluation_set_item"));
    }
    if (path.contains("{outputId}")) {
      String run = id("workflow_run");
      fixture.finishRuns();
      String output = fixture.legacy.get("/workflow_runs/" + run).text("workflowRun.outputs[0].id");
      return path.replace("{workflowRunId}", run).replace("{outputId}", output);
    }
    path = path.replaceAll("\\{(extractor|classifier|splitter|processor)Id}", "{id}");
    path = path.replace("{workflowRunId}", "{id}").replace("{evaluationSetId}", "{id}");
    if (path.contains("{id}")) {
      path = path.replace("{id}", id(singular(resource)));
    }
    if (path.contains("{itemId}")) {
      path = path.replace("{itemId}", id("evaluation_set_item"));
    }
    path = path.replaceAll("\\{(versionId|processorVersionId)}", "draft");
    if (template.endsWith("/cancel")) {
      fixture.clock.advance(Duration.ofMillis(200));
    }
    return path;
  }

  TestClient.Response post(String path, @Nullable Object example) {
    if (path.equals("/files/upload")) {
      return client().upload("invoice.pdf", SamplePdf.invoice());
    }
    if (example == null) {
      return client().send(client().request(path).post(RequestBody.create(new byte[0])));
    }
    return client().post(path, Json.write(known(example)).readUtf8().replace("'", "\\u0027"));
  }

  /** Reads the run that an operation created, after its end. */
  void readAgainWhenEnded(String method, String template, TestClient.Response response) {
    fixture.finishRuns();
    boolean one = template.endsWith("{id}") || template.endsWith("{workflowRunId}");
    if (method.equals("GET") && one) {
      client().get(response.http().request().url().encodedPath());
    }
    if (method.equals("POST") && template.endsWith("_runs") && response.json().containsKey("id")) {
      client().get(template + "/" + response.text("id"));
      if (!UNLISTED.contains(template)) {
        client().get(template + "?maxPageSize=1");
      }
    }
  }

  /** Returns an example with IDs and URLs of existing resources. */
  private @Nullable Object known(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      JsonObject object = new JsonObject();
      map.forEach((name, member) -> object.put(String.valueOf(name), known(member)));
      return object;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::known).toList();
    }
    if (value instanceof String text) {
      return knownText(text);
    }
    return value;
  }

  private String knownText(String text) {
    if (text.startsWith("https://example.com/files/")) {
      return client()
          .get("/files/" + file("url"))
          .text(legacy ? "file.presignedUrl" : "presignedUrl");
    }
    if (text.startsWith("file_")) {
      return file(text);
    }
    if (text.startsWith("workflow_")) {
      return id("workflow");
    }
    if (text.startsWith("ex_") || text.startsWith("dp_")) {
      return id("extractor");
    }
    for (Map.Entry<String, String> kind :
        Map.of("cl_", "classifier", "spl_", "splitter", "wh_", "webhook_endpoint").entrySet()) {
      if (text.startsWith(kind.getKey())) {
        return id(kind.getValue());
      }
    }
    if (text.startsWith("evi_")) {
      return id("evaluation_set_item");
    }
    if (text.startsWith("ev_")) {
      id("evaluation_set_item");
      return id("evaluation_set");
    }
    return text;
  }

  private static String singular(String resource) {
    return resource.endsWith("s") ? resource.substring(0, resource.length() - 1) : resource;
  }

  private String file(String name) {
    return ids.computeIfAbsent(
        name,
        n ->
            form
                ? fixture.upload("form.pdf", SampleForm.withFields("full_name", "city"))
                : fixture.upload("invoice.pdf", SamplePdf.invoice()));
  }

  /** Returns the ID of the resource of a kind, and creates it if it is missing. */
  private String id(String kind) {
    String id = ids.get(kind);
    if (id == null) {
      id = make(kind);
      ids.put(kind, id);
    }
    return legacy ? legacyId(id) : id;
  }

  private static String legacyId(String id) {
    return id.replaceFirst("^ex_", "dp_")
        .replaceFirst("^exr_", "dpr_")
        .replaceFirst("^pr_", "parser_run_")
        .replaceFirst("^edr_", "edit_run_");
  }

  private String make(String kind) {
    String source = "'file': {'id': '" + file("source") + "'}";
    return switch (kind) {
      case "file" -> file("source");
      case "parse_run", "parser_run" -> created("/parse_runs", "{" + source + "}");
      case "edit_run" -> created("/edit_runs", "{" + source + "}");
      case "form_detection_run" -> created("/form_detection_runs", "{" + source + "}");
      case "edit_template" ->
          fixture.server.addEditTemplate("Application", SampleForm.withFields("full_name"));
      case "extractor", "processor" -> extractor();
      case "classifier" ->
          created("/classifiers", "{'name': 'C', 'config': {'classifications': " + CLASSES + "}}");
      case "splitter" ->
          created(
              "/splitters", "{'name': 'S', 'config': {'splitClassifications': " + CLASSES + "}}");
      case "extract_run", "processor_run" ->
          created(
              "/extract_runs",
              "{" + source + ", 'extractor': {'id': '" + current("extractor") + "'}}");
      case "classify_run" ->
          created(
              "/classify_runs",
              "{" + source + ", 'classifier': {'id': '" + current("classifier") + "'}}");
      case "split_run" ->
          created(
              "/split_runs", "{" + source + ", 'splitter': {'id': '" + current("splitter") + "'}}");
      case "batch_run" -> created("/parse_runs/batch", "{'inputs': [{" + source + "}]}");
      case "workflow" -> workflow();
      case "workflow_run" ->
          created(
              "/workflow_runs",
              "{" + source + ", 'workflow': {'id': '" + current("workflow") + "'}}");
      case "evaluation_set" ->
          created(
              "/evaluation_sets",
              "{'name': 'E', 'description': 'd', 'entityId': '" + current("extractor") + "'}");
      case "evaluation_set_item" -> item();
      case "evaluation_set_run" -> {
        current("evaluation_set_item");
        yield created(
            "/evaluation_set_runs", "{'evaluationSetId': '" + current("evaluation_set") + "'}");
      }
      case "batch_processor_run" -> current("evaluation_set_run").replace("evr_", "bpr_");
      case "webhook_endpoint" ->
          created(
              "/webhook_endpoints",
              "{'url': 'https://example.com/hook', 'name': 'W', 'enabledEvents': [],"
                  + " 'apiVersion': '2026-02-09'}");
      case "webhook_subscription" ->
          created(
              "/webhook_subscriptions",
              "{'webhookEndpointId': '"
                  + current("webhook_endpoint")
                  + "', 'resourceType': 'extractor', 'resourceId': '"
                  + current("extractor")
                  + "', 'enabledEvents': []}");
      default -> throw new AssertionError("no way to make a " + kind);
    };
  }

  private String current(String kind) {
    id(kind);
    return ids.get(kind);
  }

  private String extractor() {
    String id = created("/extractors", "{'name': 'X', 'config': {'schema': " + SCHEMA + "}}");
    created("/extractors/" + id + "/versions", "{'releaseType': 'major'}");
    return id;
  }

  /** Three versions of: parse, extract, wait for a person. */
  private String workflow() {
    String steps =
        "{'name': 'W', 'steps': [{'type': 'TRIGGER', 'name': 't', 'next': [{'step': 'p'}]},"
            + " {'type': 'PARSE', 'name': 'p', 'next': [{'step': 'e'}]},"
            + " {'type': 'EXTRACT', 'name': 'e', 'config': {'extractor': {'id': '"
            + current("extractor")
            + "', 'version': 'latest'}}, 'next': [{'step': 'r'}]},"
            + " {'type': 'HUMAN_REVIEW', 'name': 'r'}]}";
    String id = created("/workflows", steps);
    for (int i = 0; i < 3; i++) {
      created("/workflows/" + id + "/versions", "{'name': 'v'}");
    }
    return id;
  }

  private String item() {
    String items =
        "{'items': [{'fileId': '"
            + file("source")
            + "', 'expectedOutput': {'value': {'invoice_number': 'INV-2026-0042'}}}]}";
    return fixture
        .current
        .post("/evaluation_sets/" + current("evaluation_set") + "/items", items)
        .text("evaluationSetItems[0].id");
  }

  private String created(String path, String body) {
    TestClient.Response response = fixture.current.post(path, body);
    if (response.status() != 200) {
      throw new AssertionError(
          "POST " + path + " -> " + response.status() + ": " + response.text());
    }
    return response.text("id");
  }

  @Override
  public void close() {
    fixture.close();
  }
}
