package io.github.extendclient.cli.documents;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.runtime.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the commands on documents differ by. */
enum RunKind {
  PARSE(ExtendClient::parseRuns, "parseRuns_create", null),
  EXTRACT(ExtendClient::extractRuns, "extractRuns_create", "extractor"),
  CLASSIFY(ExtendClient::classifyRuns, "classifyRuns_create", "classifier"),
  SPLIT(ExtendClient::splitRuns, "splitRuns_create", "splitter"),
  EDIT(ExtendClient::editRuns, "editRuns_create", null),
  WORKFLOW(ExtendClient::workflowRuns, "workflowRuns_create", "workflow");

  private final Function<ExtendClient, Object> api;
  private final String create;
  private final @Nullable String processor;

  RunKind(Function<ExtendClient, Object> api, String create, @Nullable String processor) {
    this.api = api;
    this.create = create;
    this.processor = processor;
  }

  Object api(ExtendClient extend) {
    return api.apply(extend);
  }

  /** The operation that creates such runs. */
  String create() {
    return create;
  }

  /**
   * The properties of each create request beside the file.
   *
   * @param reference the ID of a saved processor or workflow, with {@code @} and a version after it
   * @param config of the run; with a processor, what differs from its own
   */
  Map<String, JsonValue> request(@Nullable String reference, @Nullable JsonValue config) {
    Map<String, JsonValue> request = new LinkedHashMap<>();
    if (reference != null && processor != null) {
      String[] parts = reference.split("@", 2);
      Map<String, Object> named = new LinkedHashMap<>();
      named.put("id", parts[0]);
      if (parts.length > 1) {
        named.put("version", parts[1]);
      }
      if (config != null) {
        named.put("overrideConfig", config);
      }
      request.put(processor, JsonValue.of(named));
    } else if (config != null) {
      request.put("config", config);
    }
    return request;
  }
}
