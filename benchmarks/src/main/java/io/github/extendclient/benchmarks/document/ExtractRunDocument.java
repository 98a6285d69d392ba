package io.github.extendclient.benchmarks.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** The response of {@code GET /extract_runs/{id}}: an invoice with line items, each one cited. */
final class ExtractRunDocument {
  private final Random random;
  private final Prose prose;
  private final TagPlace tags;

  private ExtractRunDocument(TagPlace tags, long seed) {
    this.random = new Random(seed);
    this.prose = new Prose(random);
    this.tags = tags;
  }

  static byte[] of(int bytes, TagPlace tags, long seed) {
    return new ExtractRunDocument(tags, seed).ofSize(bytes);
  }

  /** A page of the response of {@code GET /extract_runs}. */
  static byte[] list(int runs, TagPlace tags, long seed) {
    ExtractRunDocument document = new ExtractRunDocument(tags, seed);
    ObjectNode page = JsonNodeFactory.instance.objectNode().put("object", "list");
    ArrayNode data = page.putArray("data");
    for (int i = 0; i < runs; i++) {
      data.add(document.summary());
    }
    page.put("nextPageToken", "xK9mLPqRtN3vS8wF5hB2cQ==:zWvUxYjM4nKpL7aDgE9HbTcR2mAyX3/Q");
    return Json.text(page).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] ofSize(int bytes) {
    ObjectNode run = run();
    ObjectNode output = (ObjectNode) run.get("output");
    ArrayNode items = (ArrayNode) output.get("value").get("line_items");
    ObjectNode metadata = (ObjectNode) output.get("metadata");
    int size = Json.size(run);
    while (true) {
      ObjectNode item = item();
      String path = "line_items[" + items.size() + "]";
      ObjectNode cited = cited(run.get("file").get("id").textValue());
      int cost = Json.size(item) + path.length() + Json.size(cited) + 5;
      if (size + cost > bytes) {
        break;
      }
      items.add(item);
      metadata.set(path, cited);
      size += cost;
    }
    ObjectNode value = (ObjectNode) output.get("value");
    value.put("notes", Prose.filling(bytes - Json.size(run)));
    return Json.text(run).getBytes(StandardCharsets.UTF_8);
  }

  private ObjectNode item() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("description", prose.sentence(4))
        .put("quantity", 1 + random.nextInt(40))
        .put("unit_price", random.nextInt(100_000) / 100.0)
        .put("taxable", random.nextBoolean());
  }

  private ObjectNode cited(String fileId) {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    metadata.put("ocrConfidence", random.nextInt(1000) / 1000.0);
    metadata.put("logprobsConfidence", random.nextDouble());
    ObjectNode citation = metadata.putArray("citations").addObject();
    citation.put("fileId", fileId);
    citation.putObject("page").put("number", 1).put("width", 612).put("height", 792);
    citation.put("referenceText", prose.sentence(3));
    ArrayNode polygon = citation.putArray("polygon");
    for (int i = 0; i < 4; i++) {
      polygon
          .addObject()
          .put("x", random.nextInt(61_200) / 100.0)
          .put("y", random.nextDouble() * 792);
    }
    metadata
        .putArray("insights")
        .addObject()
        .put("type", "reasoning")
        .put("content", prose.sentence(12));
    return metadata;
  }

  private ObjectNode run() {
    ObjectNode run = JsonNodeFactory.instance.objectNode();
    run.put("object", "extract_run").put("id", prose.id("exr_")).put("status", "PROCESSED");
    ObjectNode output = run.putObject("output");
    ObjectNode value = output.putObject("value");
    value.put("invoice_number", "1042").put("total", 99.5).putArray("line_items");
    value.put("notes", "");
    output.putObject("metadata");
    run.putNull("initialOutput").putNull("reviewedOutput");
    run.putNull("failureReason").putNull("failureMessage");
    run.putObject("metadata").put("customerId", "cus_1042");
    run.put("reviewed", false).put("edited", false).putNull("edits");
    ObjectNode config = run.putObject("config").put("baseProcessor", "extraction_performance");
    config.put("extractionRules", "If several totals appear, use the grand total.");
    ObjectNode schema = config.putObject("schema").put("type", "object");
    schema.putObject("properties").putObject("invoice_number").put("type", "string");
    config.putObject("advancedOptions").put("citationsEnabled", true);
    processor(run);
    run.set("file", Json.file(prose));
    run.putNull("files").put("parseRunId", prose.id("pr_"));
    run.put("dashboardUrl", "https://dashboard.example.com/runs/" + run.get("id").textValue());
    run.putObject("usage").put("credits", 3).put("totalCredits", 3);
    return Json.withTimes(run);
  }

  private ObjectNode summary() {
    ObjectNode run = JsonNodeFactory.instance.objectNode();
    run.put("object", "extract_run").put("id", prose.id("exr_"));
    processor(run);
    run.put("status", "PROCESSED").putNull("failureReason").putNull("failureMessage");
    run.putObject("metadata").put("customerId", prose.id("cus_"));
    run.put("reviewed", false).put("edited", false);
    run.set("file", Json.file(prose));
    run.putNull("files").put("parseRunId", prose.id("pr_"));
    run.put("dashboardUrl", "https://dashboard.example.com/runs/" + run.get("id").textValue());
    run.putObject("usage").put("credits", 3).put("totalCredits", 3);
    return Json.withTimes(run);
  }

  private void processor(ObjectNode run) {
    ObjectNode extractor = run.putObject("extractor").put("object", "extractor");
    extractor.put("id", prose.id("ex_")).put("name", "Invoices");
    Json.withTimes(extractor);
    ObjectNode version = run.putObject("extractorVersion").put("object", "extractor_version");
    version.put("id", prose.id("exv_")).put("description", "Adds the tax amount");
    version.put("version", "1.0").put("extractorId", extractor.get("id").textValue());
    ObjectNode author = version.putObject("createdBy");
    if (tags == TagPlace.FIRST) {
      author.put("type", "user").put("email", "user@example.com");
    } else {
      author.put("email", "user@example.com").put("type", "user");
    }
    version.put("createdAt", "2026-03-21T16:45:00Z");
  }
}
