package io.github.extendclient.testing.internal.edit;

import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.RunShape;
import io.github.extendclient.testing.internal.file.FileShape;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.EditRun;
import io.github.extendclient.testing.internal.state.FormDetectionRun;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Edit and form detection runs in the shapes of both versions. */
final class EditShape {
  private final Environment environment;

  EditShape(Environment environment) {
    this.environment = environment;
  }

  RunShape.@Nullable Failure failure(EditRun run) {
    return RunShape.failure(run.progress(), environment.now(), RunShape.Reasons.EDIT);
  }

  RunShape.@Nullable Failure failure(FormDetectionRun run) {
    return RunShape.failure(run.progress(), environment.now(), RunShape.Reasons.EDIT);
  }

  JsonObject summary(EditRun run) {
    return common(run)
        .with("createdAt", FileShape.time(run.progress().createdAt()))
        .with("updatedAt", FileShape.time(run.progress().updatedAt(environment.now())));
  }

  JsonObject full(EditRun run) {
    EditRun.EditResult result = run.progress().result(environment.now());
    return common(run)
        .with("config", run.config())
        .with(
            "output",
            result == null
                ? null
                : JsonObject.of(
                        "editedFile",
                        JsonObject.of("id", result.file().id()).with("presignedUrl", url(result)))
                    .with("filledValues", result.values()));
  }

  JsonObject legacyStatus(EditRun run) {
    return JsonObject.of("object", "edit_run_status")
        .with("id", "edit_run_" + run.key())
        .with("status", "PROCESSING");
  }

  JsonObject legacy(EditRun run) {
    Instant now = environment.now();
    EditRun.EditResult result = run.progress().result(now);
    RunShape.Failure failure = failure(run);
    JsonObject shape =
        JsonObject.of("object", "edit_run")
            .with("id", "edit_run_" + run.key())
            .with("fileId", run.file().id())
            .with("status", run.progress().status(now))
            .with("failureReason", failure == null ? null : failure.reason())
            .with("config", run.config())
            .with("metrics", result == null ? new JsonObject() : metrics(run, result))
            .with("usage", environment.usage(result != null));
    if (result != null) {
      shape.put(
          "editedFile",
          JsonObject.of("fileId", result.file().id()).with("downloadUrl", url(result)));
      shape.put("output", result.values());
    }
    return RunShape.withoutNulls(shape);
  }

  JsonObject full(FormDetectionRun run) {
    Instant now = environment.now();
    FormDetectionRun.Detected detected = run.progress().result(now);
    JsonObject shape =
        JsonObject.of("object", "form_detection_run")
            .with("id", "sgr_" + run.key())
            .with("file", FileShape.summary(run.file()))
            .with("status", run.progress().status(now));
    return RunShape.withFailure(shape, failure(run))
        .with("config", run.config())
        .with("output", detected == null ? null : detected.response())
        .with(
            "metrics",
            detected == null
                ? null
                : metrics(
                    run.progress().processingMillis(), detected.pageCount(), detected.fieldCount()))
        .with("usage", environment.usage(detected != null));
  }

  private JsonObject common(EditRun run) {
    Instant now = environment.now();
    EditRun.EditResult result = run.progress().result(now);
    JsonObject shape =
        JsonObject.of("object", "edit_run")
            .with("id", run.id())
            .with("file", FileShape.summary(run.file()))
            .with("status", run.progress().status(now));
    return RunShape.withFailure(shape, failure(run))
        .with("metrics", result == null ? null : metrics(run, result))
        .with("usage", environment.usage(result != null));
  }

  private String url(EditRun.EditResult result) {
    return environment.urls().sign(result.file().id(), result.file().name());
  }

  private static JsonObject metrics(EditRun run, EditRun.EditResult result) {
    return metrics(run.progress().processingMillis(), result.pageCount(), result.fieldCount())
        .with("fieldFillingTimeMs", run.progress().processingMillis());
  }

  /** The metrics of a run. The work is one step, so its time counts as filling or detection. */
  private static JsonObject metrics(long millis, int pages, int fields) {
    return JsonObject.of("processingTimeMs", millis)
        .with("pageCount", (long) pages)
        .with("fieldCount", (long) fields)
        .with("fieldsDetectedCount", (long) fields)
        .with("fieldsAnnotatedCount", 0L)
        .with("fieldDetectionTimeMs", 0L)
        .with("fieldAnnotationTimeMs", 0L);
  }
}
