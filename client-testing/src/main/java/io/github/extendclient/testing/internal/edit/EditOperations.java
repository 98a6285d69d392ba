package io.github.extendclient.testing.internal.edit;

import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.api.Call;
import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.LegacyResponse;
import io.github.extendclient.testing.internal.api.Pages;
import io.github.extendclient.testing.internal.api.ProgressTimes;
import io.github.extendclient.testing.internal.api.Route;
import io.github.extendclient.testing.internal.api.RunShape;
import io.github.extendclient.testing.internal.api.RunStart;
import io.github.extendclient.testing.internal.document.RunFailedException;
import io.github.extendclient.testing.internal.file.FileInputs;
import io.github.extendclient.testing.internal.file.FileShape;
import io.github.extendclient.testing.internal.http.Response;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.EditRun;
import io.github.extendclient.testing.internal.state.FormDetectionRun;
import io.github.extendclient.testing.internal.state.Progress;
import io.github.extendclient.testing.internal.state.Resource;
import io.github.extendclient.testing.internal.state.Store;
import io.github.extendclient.testing.internal.state.StoredFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Edit runs, form detection, edit schemas and edit templates of both versions. */
public final class EditOperations {
  private static final Set<String> FORMS = Set.of("url", "id", "base64");
  private static final List<String> LEGACY_FORMS = List.of("fileUrl", "fileId");
  private static final Pages.Times<EditRun> TIMES = new ProgressTimes<>(EditRun::progress);

  private final Environment environment;
  private final FileInputs inputs;
  private final EditRuns runs;
  private final EditShape shape;

  public EditOperations(Environment environment) {
    this.environment = environment;
    this.inputs = new FileInputs(environment);
    this.runs = new EditRuns(environment);
    this.shape = new EditShape(environment);
  }

  public List<Route> routes() {
    ApiVersion current = ApiVersion.V2026_02_09;
    ApiVersion legacy = ApiVersion.V2025_04_21;
    List<Route> routes = new ArrayList<>();
    for (ApiVersion version : ApiVersion.values()) {
      routes.add(new Route(version, "POST", "/edit", this::createAndWait));
      routes.add(new Route(version, "GET", "/edit_runs/{id}", this::get));
      routes.add(new Route(version, "DELETE", "/edit_runs/{id}", this::delete));
      routes.add(new Route(version, "POST", "/edit_schemas/generate", this::generateSchema));
      routes.add(new Route(version, "GET", "/edit_templates/{id}", this::getTemplate));
    }
    routes.add(new Route(legacy, "POST", "/edit/async", this::create));
    routes.add(new Route(current, "POST", "/edit_runs", this::create));
    routes.add(new Route(current, "GET", "/edit_runs", this::list));
    routes.add(new Route(current, "POST", "/detect_form", this::detectAndWait));
    routes.add(new Route(current, "POST", "/form_detection_runs", this::detect));
    routes.add(new Route(current, "GET", "/form_detection_runs/{id}", this::getDetection));
    return routes;
  }

  private Response createAndWait(Call call) throws IOException {
    EditRun run = start(call, RunStart.SYNCHRONOUS);
    RunShape.requireSuccess(shape.failure(run));
    return Response.json(200, call.version().isLegacy() ? shape.legacy(run) : shape.full(run));
  }

  private Response create(Call call) throws IOException {
    EditRun run = start(call, RunStart.PROCESSING);
    return Response.json(
        200, call.version().isLegacy() ? shape.legacyStatus(run) : shape.full(run));
  }

  private EditRun start(Call call, RunStart begin) throws IOException {
    Fields body = call.jsonBody();
    JsonObject config = config(call, body);
    return runs.start(file(call, body), config, begin);
  }

  private StoredFile file(Call call, Fields body) {
    Fields file = body.requireObject("file");
    return call.version().isLegacy() ? inputs.ofLegacy(file, LEGACY_FORMS) : inputs.of(file, FORMS);
  }

  /** Engines are chosen in 2026-02-09 only. */
  private static JsonObject config(Call call, Fields body) {
    Fields config = body.object("config").orElseGet(() -> Fields.ofBody(new JsonObject()));
    if (call.version().isLegacy()) {
      return checked(config.withoutNulls()).toMap();
    }
    return EditEngine.exact(checked(config));
  }

  private static Fields checked(Fields config) {
    config.text("instructions");
    config.object("schema").ifPresent(schema -> schema.requireObject("properties"));
    config
        .object("advancedOptions")
        .ifPresent(options -> EditEngine.OPTIONS.forEach(options::bool));
    return config;
  }

  private Response list(Call call) {
    call.queryChoice("status", Progress.STATUSES);
    return environment
        .pages()
        .response(
            call,
            environment.store().editRuns(),
            run ->
                call.queryAllows("status", () -> run.progress().status(environment.now()))
                    && call.queryAllows("source", "API")
                    && call.queryContainedIn("fileNameContains", run.file().name()),
            new Pages.Listing<>(null, true, TIMES, shape::summary));
  }

  private Response get(Call call) {
    EditRun run = environment.require(Store::editRuns, "edit run", call.id());
    if (!call.version().isLegacy()) {
      return Response.json(200, shape.full(run));
    }
    boolean ended = run.progress().phase(environment.now()) == Progress.Phase.ENDED;
    return LegacyResponse.of("editRun", ended ? shape.legacy(run) : shape.legacyStatus(run));
  }

  private Response delete(Call call) {
    environment.remove(Store::editRuns, "edit run", call.id());
    return call.version().isLegacy()
        ? LegacyResponse.deleted("edit run", "editRunId", call.id())
        : Response.json(200, JsonObject.of("id", call.id()));
  }

  private Response generateSchema(Call call) throws IOException {
    FormDetectionRun run = startDetection(call, RunStart.SYNCHRONOUS);
    FormDetectionRun.Detected detected = run.progress().result(environment.now());
    RunShape.requireSuccess(shape.failure(run));
    return Response.json(200, detected == null ? null : detected.response());
  }

  private Response detectAndWait(Call call) throws IOException {
    FormDetectionRun run = startDetection(call, RunStart.SYNCHRONOUS);
    RunShape.requireSuccess(shape.failure(run));
    return Response.json(200, shape.full(run));
  }

  private Response detect(Call call) throws IOException {
    return Response.json(200, shape.full(startDetection(call, RunStart.PROCESSING)));
  }

  private Response getDetection(Call call) {
    FormDetectionRun run =
        environment.require(Store::formDetectionRuns, "form detection run", call.id());
    return Response.json(200, shape.full(run));
  }

  private FormDetectionRun startDetection(Call call, RunStart begin) throws IOException {
    Fields body = call.jsonBody();
    JsonObject config = config(call, body);
    StoredFile file = file(call, body);
    Progress<FormDetectionRun.Detected> progress =
        new Progress<>(
            environment.now(), begin.times(environment.times()), () -> detected(file, config));
    FormDetectionRun run = new FormDetectionRun(environment.newKey(), file, config, progress);
    environment.store().formDetectionRuns().put(run.key(), run);
    environment.events().atEnd(progress.endsAt(), () -> emitEnd(run));
    return run;
  }

  /** Only endpoints of 2026-02-09 have this event. */
  private void emitEnd(FormDetectionRun run) {
    boolean done = run.progress().status(environment.now()).equals("PROCESSED");
    environment
        .events()
        .emit(
            done ? "form_detection_run.processed" : "form_detection_run.failed",
            null,
            version -> shape.full(run));
  }

  private FormDetectionRun.Detected detected(StoredFile file, JsonObject config)
      throws RunFailedException {
    PdfForm.Found found =
        environment
            .documents()
            .within(
                budget -> PdfForm.find(file, EditEngine.of(config).hasRadioEnums(config), budget));
    JsonObject mapping =
        config.get("inputSchema") instanceof JsonObject wanted
            ? mapping(wanted, found.schema())
            : null;
    return new FormDetectionRun.Detected(
        JsonObject.of("schema", found.schema())
            .with("annotatedSchema", null)
            .with("mappingResult", mapping),
        found.pageCount(),
        found.fieldCount());
  }

  /** The properties of a given schema that have the name of a field. */
  private static JsonObject mapping(JsonObject wanted, JsonObject found) {
    Set<String> inputs = properties(wanted);
    Set<String> fields = properties(found);
    return JsonObject.of(
            "matches",
            inputs.stream()
                .filter(fields::contains)
                .map(name -> JsonObject.of("inputPath", name).with("formFieldKey", name))
                .toList())
        .with(
            "unmatchedInputPaths", inputs.stream().filter(name -> !fields.contains(name)).toList())
        .with(
            "unusedFormFieldKeys", fields.stream().filter(name -> !inputs.contains(name)).toList());
  }

  private static Set<String> properties(JsonObject schema) {
    return schema.get("properties") instanceof JsonObject properties
        ? properties.keySet()
        : Set.of();
  }

  private Response getTemplate(Call call) {
    Resource template = environment.require(Store::editTemplates, "edit template", call.id());
    StoredFile file = inputs.ofId(template.text("fileId"), "the template");
    boolean legacy = call.version().isLegacy();
    JsonObject shown =
        JsonObject.of("object", "edit_template")
            .with("id", "edt_" + template.key())
            .with("name", template.text("name"))
            .with("description", null)
            .with(
                "file",
                legacy ? FileShape.file(file, call.version(), null, null) : FileShape.summary(file))
            .with("config", template.data().get("config"))
            .with("schemaConfig", null)
            .with("createdAt", FileShape.time(template.createdAt()))
            .with("updatedAt", FileShape.time(template.updatedAt()));
    return legacy
        ? LegacyResponse.of("editTemplate", RunShape.withoutNulls(shown))
        : Response.json(200, shown);
  }
}
