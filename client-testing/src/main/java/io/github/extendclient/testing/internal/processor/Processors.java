package io.github.extendclient.testing.internal.processor;

import io.github.extendclient.testing.internal.api.ApiException;
import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.Processor;
import io.github.extendclient.testing.internal.state.ProcessorKind;
import io.github.extendclient.testing.internal.state.Version;
import io.github.extendclient.testing.internal.state.Versioned;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds saved extractors, classifiers and splitters by the IDs of both versions. */
public final class Processors {
  private final Environment environment;
  private final ProcessorShape shape;

  public Processors(Environment environment) {
    this.environment = environment;
    this.shape = new ProcessorShape();
  }

  /** A processor of one kind. */
  public Processor require(ProcessorKind kind, String id) {
    return find(id)
        .filter(processor -> processor.kind() == kind)
        .orElseThrow(() -> ApiException.notFound(kind.noun(), id));
  }

  /** A processor of any kind. */
  public Processor require(String id) {
    return find(id).orElseThrow(() -> ApiException.notFound("processor", id));
  }

  /** A processor by its ID in either version. */
  public Optional<Processor> find(String id) {
    return environment
        .store()
        .processors()
        .find(id)
        .filter(
            processor -> id.startsWith("dp_") || id.startsWith(processor.kind().processorPrefix()));
  }

  /** A version by number, {@code draft}, {@code latest} or ID. */
  public static Version version(Processor processor, String wanted) {
    String key = wanted.substring(wanted.lastIndexOf('_') + 1);
    return processor
        .saved()
        .find(wanted)
        .or(() -> processor.saved().find(key))
        .orElseThrow(
            () ->
                ApiException.notFound(
                    "The "
                        + processor.kind().noun()
                        + " has no version "
                        + wanted
                        + ": use draft, latest or a version that was published."));
  }

  public Processor create(ProcessorKind kind, String name, JsonObject config) {
    Versioned saved =
        new Versioned(environment.newKey(), name, environment.newKey(), config, environment.now());
    Processor processor = new Processor(kind, saved);
    environment.store().processors().put(saved.key(), processor);
    emit(processor, ".created");
    return processor;
  }

  public void update(Processor processor, @Nullable String name, @Nullable JsonObject config) {
    if (name != null) {
      processor.saved().rename(name, environment.now());
      emit(processor, ".updated");
    }
    if (config != null) {
      processor.saved().edit(config, environment.now());
      emit(processor, ".draft.updated");
    }
  }

  public Version publish(
      Processor processor, boolean major, @Nullable String note, @Nullable JsonObject config) {
    if (config != null) {
      processor.saved().edit(config, environment.now());
    }
    Version version =
        processor.saved().publish(environment.newKey(), major, false, note, environment.now());
    environment
        .events()
        .emit(
            processor.kind().noun() + ".version.published",
            processor.saved().key(),
            api ->
                api.isLegacy()
                    ? shape.legacyVersion(processor, version, api)
                    : shape.version(processor, version));
    return version;
  }

  private void emit(Processor processor, String event) {
    environment
        .events()
        .emit(
            processor.kind().noun() + event,
            processor.saved().key(),
            api -> api.isLegacy() ? shape.legacy(processor, api) : shape.full(processor));
  }
}
