package io.github.extendclient.benchmarks.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** Parts that several documents share. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static String text(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of plain values could not be written.", e);
    }
  }

  /** The length in UTF-8. */
  static int size(JsonNode node) {
    return text(node).getBytes(StandardCharsets.UTF_8).length;
  }

  static ObjectNode file(Prose prose) {
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.put("object", "file").put("id", prose.id("file_")).put("name", "invoice-2026-03.pdf");
    file.put("type", "PDF").putNull("parentFileId");
    file.putObject("metadata").put("pageCount", 12);
    return withTimes(file);
  }

  static ObjectNode withTimes(ObjectNode node) {
    return node.put("createdAt", "2026-03-21T16:45:00Z").put("updatedAt", "2026-03-21T16:45:03Z");
  }

  static ObjectNode parseConfig() {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    config.put("target", "markdown");
    config.putObject("chunkingStrategy").put("type", "page");
    config.put("engine", "parse_performance").put("engineVersion", "2.1.0");
    ObjectNode options = config.putObject("blockOptions");
    options.putObject("figures").put("enabled", true).put("figureImageClippingEnabled", true);
    options.putObject("tables").put("enabled", true).put("targetFormat", "markdown");
    options.putObject("text").put("signatureDetectionEnabled", true);
    config.putObject("advancedOptions").put("pageRotationEnabled", true);
    return config;
  }
}
