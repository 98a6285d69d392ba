package io.github.extendclient.testing.internal.processor;

import io.github.extendclient.testing.internal.api.ApiException;
import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.api.Call;
import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.Pages;
import io.github.extendclient.testing.internal.api.Route;
import io.github.extendclient.testing.internal.document.RunFailedException;
import io.github.extendclient.testing.internal.extract.SchemaGenerator;
import io.github.extendclient.testing.internal.extract.SourceDocument;
import io.github.extendclient.testing.internal.file.FileInputs;
import io.github.extendclient.testing.internal.http.Response;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.Processor;
import io.github.extendclient.testing.internal.state.ProcessorKind;
import io.github.extendclient.testing.internal.state.StoredFile;
import io.github.extendclient.testing.internal.state.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Extractors, classifiers or splitters of 2026-02-09 and their versions. */
public final class ProcessorOperations {
  private static final Pages.Times<Processor> TIMES =
      Pages.times(one -> one.saved().createdAt(), one -> one.saved().updatedAt());

  /** From the changelog of 2026-05-20. */
  private static final int MAX_EXAMPLES = 5;

  /** From the changelog of 2026-05-20. */
  private static final int MAX_INSTRUCTIONS = 2500;

  private final ProcessorKind kind;
  private final Environment environment;
  private final Processors processors;
  private final ProcessorShape shape = new ProcessorShape();

  public ProcessorOperations(ProcessorKind kind, Environment environment, Processors processors) {
    this.kind = kind;
    this.environment = environment;
    this.processors = processors;
  }

  public List<Route> routes() {
    ApiVersion current = ApiVersion.V2026_02_09;
    String all = "/" + kind.noun() + "s";
    String versions = all + "/{" + parent() + "}/versions";
    return List.of(
        new Route(current, "GET", all, this::list),
        new Route(current, "POST", all, this::create),
        new Route(current, "GET", all + "/{id}", this::get),
        new Route(current, "POST", all + "/{id}", this::update),
        new Route(current, "GET", versions, this::listVersions),
        new Route(current, "POST", versions, this::publish),
        new Route(current, "GET", versions + "/{versionId}", this::getVersion));
  }

  private String parent() {
    return kind.noun() + "Id";
  }

  private Response list(Call call) {
    return environment
        .pages()
        .response(
            call,
            environment.store().processors(),
            processor -> processor.kind() == kind,
            new Pages.Listing<>(null, true, TIMES, shape::summary));
  }

  private Response create(Call call) throws IOException {
    Fields body = call.jsonBody();
    String name = body.requireText("name");
    String clone =
        "clone"
            + kind.noun().substring(0, 1).toUpperCase(Locale.ROOT)
            + kind.noun().substring(1)
            + "Id";
    Stream<String> ways =
        kind == ProcessorKind.EXTRACT
            ? Stream.of(clone, "config", "generate")
            : Stream.of(clone, "config");
    List<String> given = ways.filter(body::has).toList();
    if (given.size() > 1) {
      throw ApiException.invalidRequest(
          "The properties "
              + String.join(" and ", given)
              + " exclude each other, but all of them are there.");
    }
    JsonObject config = config(body);
    if (body.has(clone)) {
      config = processors.require(kind, body.requireText(clone)).saved().draft().content();
    } else if (given.contains("generate")) {
      config = generated(body.requireObject("generate"));
    } else if (config == null) {
      config = ProcessorConfig.initial(kind);
    }
    return Response.json(200, shape.full(processors.create(kind, name, config)));
  }

  /** A schema from the files; instructions in prose are checked, but ignored. */
  private JsonObject generated(Fields generate) {
    generate.require("files");
    List<Fields> files = generate.objects("files");
    if (files.isEmpty() || files.size() > MAX_EXAMPLES) {
      throw ApiException.invalidRequest(
          "The property \""
              + generate.pathOf("files")
              + "\" must have 1 to "
              + MAX_EXAMPLES
              + " files, but it has "
              + files.size()
              + ".");
    }
    int length = generate.text("instructions").map(String::length).orElse(0);
    if (length > MAX_INSTRUCTIONS) {
      throw ApiException.invalidRequest(
          "The property \""
              + generate.pathOf("instructions")
              + "\" must have at most "
              + MAX_INSTRUCTIONS
              + " characters, but it has "
              + length
              + ".");
    }
    FileInputs inputs = new FileInputs(environment);
    List<SourceDocument> sources = new ArrayList<>();
    try {
      for (Fields given : files) {
        StoredFile file = inputs.of(given, Set.of("url", "id"));
        sources.add(new SourceDocument(file.id(), environment.documents().within(file::read)));
      }
    } catch (RunFailedException e) {
      throw ApiException.failedRun(e.reason().name(), e.getMessage());
    }
    return SchemaGenerator.of(sources)
        .map(schema -> JsonObject.of("schema", schema))
        .orElseThrow(
            () ->
                ApiException.failedRun(
                    "PRE_PROCESSING_FAILURE",
                    "The files have neither labels nor tables, so no schema can be generated."));
  }

  private Response get(Call call) {
    return Response.json(200, shape.full(processors.require(kind, call.id())));
  }

  private Response update(Call call) throws IOException {
    Processor processor = processors.require(kind, call.id());
    Fields body = call.jsonBody();
    String name = body.has("name") ? body.requireText("name") : null;
    processors.update(processor, name, config(body));
    return Response.json(200, shape.full(processor));
  }

  private Response listVersions(Call call) {
    Processor processor = processors.require(kind, call.path(parent()));
    return environment
        .pages()
        .versions(call, processor.saved(), version -> shape.versionSummary(processor, version));
  }

  private Response publish(Call call) throws IOException {
    Processor processor = processors.require(kind, call.path(parent()));
    Fields body = call.jsonBody();
    body.require("releaseType");
    boolean major =
        body.choice("releaseType", Set.of("major", "minor")).filter("major"::equals).isPresent();
    Version version =
        processors.publish(processor, major, body.text("description").orElse(null), config(body));
    return Response.json(200, shape.version(processor, version));
  }

  private Response getVersion(Call call) {
    Processor processor = processors.require(kind, call.path(parent()));
    return Response.json(
        200, shape.version(processor, Processors.version(processor, call.path("versionId"))));
  }

  private @Nullable JsonObject config(Fields body) {
    return body.object("config").map(config -> ProcessorConfig.checked(kind, config)).orElse(null);
  }
}
