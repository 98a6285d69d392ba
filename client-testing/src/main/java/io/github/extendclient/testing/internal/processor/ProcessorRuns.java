package io.github.extendclient.testing.internal.processor;

import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.RunStart;
import io.github.extendclient.testing.internal.document.Budget;
import io.github.extendclient.testing.internal.document.RunFailedException;
import io.github.extendclient.testing.internal.engine.FileSplitter;
import io.github.extendclient.testing.internal.engine.TextClassifier;
import io.github.extendclient.testing.internal.extract.Extraction;
import io.github.extendclient.testing.internal.extract.Extractor;
import io.github.extendclient.testing.internal.extract.FieldsConfig;
import io.github.extendclient.testing.internal.extract.SourceDocument;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.Output;
import io.github.extendclient.testing.internal.state.Processor;
import io.github.extendclient.testing.internal.state.ProcessorKind;
import io.github.extendclient.testing.internal.state.ProcessorRun;
import io.github.extendclient.testing.internal.state.Progress;
import io.github.extendclient.testing.internal.state.RunOrigin;
import io.github.extendclient.testing.internal.state.StoredFile;
import io.github.extendclient.testing.internal.state.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Starts extract, classify and split runs, for requests, batches, workflows and evaluations. */
public final class ProcessorRuns {
  /**
   * The input of a run.
   *
   * @param config in the spelling of 2026-02-09, with all overrides
   * @param processor {@code null} if the request had a configuration instead
   * @param provided an output that is known already, {@code null} if the run is to find it
   */
  public record RunInput(
      ProcessorKind kind,
      List<StoredFile> files,
      boolean isPackage,
      JsonObject config,
      @Nullable Processor processor,
      @Nullable Version version,
      @Nullable JsonObject provided) {}

  private final Environment environment;
  private final ProcessorRunShape shape;

  public ProcessorRuns(Environment environment) {
    this.environment = environment;
    this.shape = new ProcessorRunShape(environment);
  }

  public ProcessorRun start(
      RunInput task, @Nullable Object metadata, RunOrigin origin, RunStart begin) {
    Progress<Output> progress =
        new Progress<>(environment.now(), begin.times(environment.times()), () -> output(task));
    ProcessorRun run =
        new ProcessorRun(
            task.kind(),
            environment.newKey(),
            task.files(),
            task.isPackage(),
            task.config(),
            task.processor(),
            task.version(),
            metadata,
            origin,
            progress,
            new AtomicReference<>());
    environment.store().processorRuns().put(run.key(), run);
    environment.events().atEnd(progress.endsAt(), () -> emitEnd(run));
    return run;
  }

  private void emitEnd(ProcessorRun run) {
    String status = run.progress().status(environment.now());
    if (status.equals("PROCESSED") || status.equals("FAILED")) {
      String end = status.equals("PROCESSED") ? ".processed" : ".failed";
      Processor processor = run.processor();
      environment
          .events()
          .emit(
              run.kind().runObject() + end,
              processor == null ? null : processor.saved().key(),
              version -> version.isLegacy() ? shape.legacy(run, version) : shape.full(run));
    }
  }

  private Output output(RunInput task) throws RunFailedException {
    if (task.provided() != null) {
      return new Output(provided(task, task.provided()), 0);
    }
    List<SourceDocument> sources = new ArrayList<>();
    for (StoredFile file : task.files()) {
      sources.add(new SourceDocument(file.id(), environment.documents().within(file::read)));
    }
    return environment.documents().within(budget -> output(task, sources, budget));
  }

  private Output output(RunInput task, List<SourceDocument> sources, Budget budget)
      throws RunFailedException {
    return switch (task.kind()) {
      case EXTRACT -> {
        Object fields = task.config().get("fields");
        JsonObject config = new JsonObject();
        config.putAll(task.config());
        if (fields != null) {
          config.put("schema", FieldsConfig.schema(fields));
        }
        Extraction extraction = Extractor.extract(sources, config, budget);
        JsonObject output =
            fields == null
                ? JsonObject.of("value", extraction.value()).with("metadata", extraction.metadata())
                : FieldsConfig.output(extraction, fields);
        yield new Output(output, extraction.pageCount());
      }
      case CLASSIFY ->
          new Output(
              TextClassifier.of(task.config()).output(sources.get(0).document()),
              sources.get(0).document().pages().size());
      case SPLIT ->
          new Output(
              new FileSplitter(environment.store(), environment::now, task.config())
                  .output(task.files().get(0), sources.get(0).document(), budget),
              sources.get(0).document().pages().size());
    };
  }

  private static JsonObject provided(RunInput task, JsonObject given) {
    JsonObject output = new JsonObject();
    output.putAll(given);
    if (task.kind() == ProcessorKind.EXTRACT && output.containsKey("value")) {
      output.putIfAbsent("metadata", new JsonObject());
    } else if (task.kind() == ProcessorKind.CLASSIFY) {
      output.putIfAbsent("confidence", 1L);
      output.putIfAbsent("insights", List.of());
    } else if (task.kind() == ProcessorKind.SPLIT) {
      output.put("splits", FileSplitter.completed(task.files().get(0), output.get("splits")));
    }
    return output;
  }
}
