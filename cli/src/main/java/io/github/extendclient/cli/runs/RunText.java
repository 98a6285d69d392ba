package io.github.extendclient.cli.runs;

import io.github.extendclient.runtime.JsonValue;
import org.jspecify.annotations.Nullable;

/** Reads the status and the failure of a run. */
final class RunText {
  private RunText() {}

  static String status(JsonValue run) {
    String status = text(run, "status");
    return status == null ? "without a status" : status;
  }

  /** Returns why the run failed; null if it did not. */
  static @Nullable String failure(JsonValue run) {
    String reason = text(run, "failureReason");
    String message = text(run, "failureMessage");
    if (reason == null) {
      return message;
    }
    return message == null ? reason : reason + ": " + message;
  }

  private static @Nullable String text(JsonValue run, String name) {
    JsonValue value = run.asObject().get(name);
    return value == null || !value.json().startsWith("\"") ? null : value.asString();
  }
}
