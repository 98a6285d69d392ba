package io.github.extendclient.testing.internal.edit;

import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.RunStart;
import io.github.extendclient.testing.internal.document.FileType;
import io.github.extendclient.testing.internal.document.RunFailedException;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.Content;
import io.github.extendclient.testing.internal.state.EditRun;
import io.github.extendclient.testing.internal.state.Progress;
import io.github.extendclient.testing.internal.state.StoredFile;

/** Starts edit runs. */
final class EditRuns {
  private final Environment environment;
  private final EditShape shape;

  EditRuns(Environment environment) {
    this.environment = environment;
    this.shape = new EditShape(environment);
  }

  EditRun start(StoredFile file, JsonObject config, RunStart begin) {
    Progress<EditRun.EditResult> progress =
        new Progress<>(
            environment.now(), begin.times(environment.times()), () -> filled(file, config));
    EditRun run = new EditRun(environment.newKey(), file, config, progress);
    environment.store().editRuns().put(run.key(), run);
    environment.events().atEnd(progress.endsAt(), () -> emitEnd(run));
    return run;
  }

  private void emitEnd(EditRun run) {
    boolean done = run.progress().status(environment.now()).equals("PROCESSED");
    environment
        .events()
        .emit(
            done ? "edit_run.processed" : "edit_run.failed",
            null,
            version -> version.isLegacy() ? shape.legacy(run) : shape.full(run));
  }

  private EditRun.EditResult filled(StoredFile file, JsonObject config) throws RunFailedException {
    JsonObject schema = config.get("schema") instanceof JsonObject given ? given : null;
    JsonObject options =
        config.get("advancedOptions") instanceof JsonObject given ? given : new JsonObject();
    boolean flatten = EditEngine.of(config).flattens(config);
    boolean draw = !Boolean.TRUE.equals(options.get("nativeFieldsOnly"));
    PdfForm.Filled filled =
        environment.documents().within(budget -> PdfForm.fill(file, schema, flatten, draw, budget));
    StoredFile edited =
        new StoredFile(
            environment.newKey(),
            "edited_" + file.name(),
            FileType.PDF,
            Content.of(filled.pdf()).withPageCount(filled.pageCount()),
            null,
            null,
            environment.now());
    environment.store().files().put(edited.key(), edited);
    return new EditRun.EditResult(edited, filled.values(), filled.pageCount(), filled.fieldCount());
  }
}
