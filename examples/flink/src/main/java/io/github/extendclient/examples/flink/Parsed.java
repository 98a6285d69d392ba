package io.github.extendclient.examples.flink;

import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.v20260209.model.ParseRun;
import java.util.Map;

/**
 * A document and its run. A model is {@link java.io.Serializable}, which is how Flink sends it from
 * one TaskManager to another: see {@link ParseJob}.
 *
 * @param document its path
 * @param run in a terminal state, which may be a failed one
 */
public record Parsed(String document, ParseRun run) {
  /** One line of JSON. */
  String line() {
    return JsonValue.of(Map.of("document", document, "status", run.getStatus().value(), "run", run))
        .json();
  }
}
