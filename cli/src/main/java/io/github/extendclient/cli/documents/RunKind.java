package io.github.extendclient.cli.documents;

import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.api.ClassifyRunsApi;
import io.github.extendclient.v20260209.api.EditRunsApi;
import io.github.extendclient.v20260209.api.ExtractRunsApi;
import io.github.extendclient.v20260209.api.ParseRunsApi;
import io.github.extendclient.v20260209.api.SplitRunsApi;
import io.github.extendclient.v20260209.api.WorkflowRunsApi;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of runs that process documents. */
enum RunKind {
  PARSE(ParseRunsApi.class, "parseRuns_create", null),
  EXTRACT(ExtractRunsApi.class, "extractRuns_create", "extractor"),
  CLASSIFY(ClassifyRunsApi.class, "classifyRuns_create", "classifier"),
  SPLIT(SplitRunsApi.class, "splitRuns_create", "splitter"),
  EDIT(EditRunsApi.class, "editRuns_create", null),
  WORKFLOW(WorkflowRunsApi.class, "workflowRuns_create", "workflow");

  private final Class<?> api;
  private final String create;
  private final @Nullable String processor;

  RunKind(Class<?> api, String create, @Nullable String processor) {
    this.api = api;
    this.create = create;
    this.processor = processor;
  }

  /** The interface with the operations of such runs. */
  Class<?> api() {
    return api;
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
