package io.github.extendclient.testing.internal.workflow;

import io.github.extendclient.testing.internal.api.ApiException;
import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.api.Call;
import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.LegacyResponse;
import io.github.extendclient.testing.internal.api.Pages;
import io.github.extendclient.testing.internal.api.Route;
import io.github.extendclient.testing.internal.file.FileShape;
import io.github.extendclient.testing.internal.http.Response;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.state.Store;
import io.github.extendclient.testing.internal.state.Version;
import io.github.extendclient.testing.internal.state.Versioned;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Workflows and their versions. */
public final class WorkflowOperations {
  public static final String STEPS = "steps";

  private static final Set<String> STEP_TYPES =
      Set.of(
          "TRIGGER",
          "PARSE",
          "EXTRACT",
          "CLASSIFY",
          "SPLIT",
          "MERGE_EXTRACT",
          "CONDITIONAL",
          "CONDITIONAL_EXTRACT",
          "EXTERNAL_DATA_VALIDATION",
          "WEBHOOK_RESPONSE",
          "RULE_VALIDATION",
          "HUMAN_REVIEW",
          "COLLECT",
          "FILE_CONVERSION");

  private static final Set<String> CONFIGURED =
      Set.of(
          "EXTRACT",
          "CLASSIFY",
          "SPLIT",
          "CONDITIONAL",
          "CONDITIONAL_EXTRACT",
          "EXTERNAL_DATA_VALIDATION",
          "RULE_VALIDATION");

  private static final Pages.Times<Versioned> TIMES =
      Pages.times(Versioned::createdAt, Versioned::updatedAt);

  private final Environment environment;

  public WorkflowOperations(Environment environment) {
    this.environment = environment;
  }

  public List<Route> routes() {
    ApiVersion current = ApiVersion.V2026_02_09;
    return List.of(
        new Route(current, "GET", "/workflows", this::list),
        new Route(current, "POST", "/workflows", this::create),
        new Route(current, "GET", "/workflows/{id}", this::get),
        new Route(current, "POST", "/workflows/{id}", this::update),
        new Route(current, "GET", "/workflows/{id}/versions", this::listVersions),
        new Route(current, "POST", "/workflows/{id}/versions", this::deploy),
        new Route(current, "GET", "/workflows/{id}/versions/{versionId}", this::getVersion),
        new Route(ApiVersion.V2025_04_21, "POST", "/workflows", this::create));
  }

  public static Versioned require(Environment environment, String id) {
    return environment.require(Store::workflows, "workflow", id);
  }

  /** A version by number, {@code draft}, {@code latest} or ID. */
  public static Version version(Versioned workflow, String wanted) {
    String key = wanted.substring(wanted.lastIndexOf('_') + 1);
    return workflow
        .find(wanted)
        .or(() -> workflow.find(key))
        .orElseThrow(
            () ->
                ApiException.notFound(
                    "The workflow has no version "
                        + wanted
                        + ": use draft, latest or a version that was deployed."));
  }

  public static JsonObject summary(Versioned workflow) {
    return JsonObject.of("object", "workflow")
        .with("id", "workflow_" + workflow.key())
        .with("name", workflow.name())
        .with("createdAt", FileShape.time(workflow.createdAt()))
        .with("updatedAt", FileShape.time(workflow.updatedAt()));
  }

  public static JsonObject versionSummary(Version version) {
    return JsonObject.of("object", "workflow_version")
        .with("id", "workflow_version_" + version.key())
        .with("version", version.number())
        .with("name", version.note())
        .with("createdAt", FileShape.time(version.createdAt()));
  }

  public static JsonObject legacy(Versioned workflow, Version version) {
    return JsonObject.of("object", "workflow")
        .with("id", "workflow_" + workflow.key())
        .with("version", version.number())
        .with("name", workflow.name());
  }

  private static JsonObject full(Versioned workflow) {
    return summary(workflow).with("draftVersion", version(workflow.draft()));
  }

  private static JsonObject version(Version version) {
    return versionSummary(version).with(STEPS, version.content().get(STEPS));
  }

  private Response list(Call call) {
    return environment
        .pages()
        .response(
            call,
            environment.store().workflows(),
            workflow -> true,
            new Pages.Listing<>(null, true, TIMES, WorkflowOperations::summary));
  }

  private Response create(Call call) throws IOException {
    Fields body = call.jsonBody();
    String name = body.requireText("name");
    boolean legacy = call.version().isLegacy();
    JsonObject steps =
        (legacy ? Optional.<JsonObject>empty() : steps(body))
            .orElseGet(WorkflowOperations::defaultSteps);
    Versioned workflow =
        new Versioned(environment.newKey(), name, environment.newKey(), steps, environment.now());
    environment.store().workflows().put(workflow.key(), workflow);
    emit(workflow, "workflow.created");
    return legacy
        ? LegacyResponse.of("workflow", legacy(workflow, workflow.draft()))
        : Response.json(200, full(workflow));
  }

  private Response get(Call call) {
    return Response.json(200, full(require(environment, call.id())));
  }

  private Response update(Call call) throws IOException {
    Versioned workflow = require(environment, call.id());
    Fields body = call.jsonBody();
    Optional<JsonObject> steps = steps(body);
    if (body.has("name")) {
      workflow.rename(body.requireText("name"), environment.now());
    }
    steps.ifPresent(given -> workflow.edit(given, environment.now()));
    return Response.json(200, full(workflow));
  }

  private Response listVersions(Call call) {
    Versioned workflow = require(environment, call.id());
    return environment.pages().versions(call, workflow, WorkflowOperations::versionSummary);
  }

  private Response deploy(Call call) throws IOException {
    Versioned workflow = require(environment, call.id());
    Fields body = call.jsonBody();
    steps(body).ifPresent(given -> workflow.edit(given, environment.now()));
    checkDeployable(workflow.draft().content());
    Version version =
        workflow.publish(
            environment.newKey(), true, true, body.text("name").orElse(null), environment.now());
    emit(workflow, "workflow.deployed");
    return Response.json(200, version(version));
  }

  private Response getVersion(Call call) {
    Versioned workflow = require(environment, call.id());
    return Response.json(200, version(version(workflow, call.path("versionId"))));
  }

  private void emit(Versioned workflow, String event) {
    environment
        .events()
        .emit(
            event,
            workflow.key(),
            version -> version.isLegacy() ? legacy(workflow, workflow.draft()) : full(workflow));
  }

  private static Optional<JsonObject> steps(Fields body) {
    if (!body.has(STEPS)) {
      return Optional.empty();
    }
    List<Fields> steps = body.objects(STEPS);
    Set<String> names = new HashSet<>();
    for (Fields step : steps) {
      String name = step.requireText("name");
      if (!names.add(name)) {
        throw ApiException.invalidRequest(
            "The property \""
                + step.pathOf("name")
                + "\" must be unique, but two steps are "
                + name
                + ".");
      }
    }
    for (Fields step : steps) {
      step.require("type");
      checkConfig(step, step.choice("type", STEP_TYPES).orElseThrow());
      for (Fields next : step.objects("next")) {
        requireKnown(next, "step", names, "step", "workflow");
      }
    }
    return Optional.of(JsonObject.of(STEPS, body.toMap().get(STEPS)));
  }

  private static void checkConfig(Fields step, String type) {
    Fields config = step.object("config").orElse(Fields.ofBody(new JsonObject()));
    if (type.equals("CONDITIONAL_EXTRACT") && config.has("rules")) {
      List<Fields> rules = config.objects("rules");
      if (rules.isEmpty()
          || !rules.get(rules.size() - 1).requireText("formula").strip().equals("TRUE")) {
        throw ApiException.invalidRequest(
            "The last formula of \"" + config.pathOf("rules") + "\" must be TRUE.");
      }
    }
    if (type.equals("CONDITIONAL")) {
      Set<String> ids =
          step.requireObject("config").objects("conditions").stream()
              .map(condition -> condition.requireText("id"))
              .collect(Collectors.toSet());
      for (Fields next : step.objects("next")) {
        requireKnown(next, "conditionId", ids, "condition", "step");
      }
    }
  }

  private static void requireKnown(
      Fields owner, String key, Set<String> names, String kind, String whole) {
    String name = owner.requireText(key);
    if (!names.contains(name)) {
      throw ApiException.invalidRequest(
          "The property \""
              + owner.pathOf(key)
              + "\" must name a "
              + kind
              + " of the "
              + whole
              + ", but there is no "
              + kind
              + " "
              + name
              + ".");
    }
  }

  /** The steps that may lack a configuration in a draft, but not in a deployed version. */
  private static void checkDeployable(JsonObject content) {
    for (Fields step : Fields.ofBody(content).objects(STEPS)) {
      if (CONFIGURED.contains(step.requireText("type")) && !step.has("config")) {
        throw ApiException.invalidRequest(
            "The step "
                + step.requireText("name")
                + " cannot be deployed: the property \""
                + step.pathOf("config")
                + "\" is required, but it is missing.");
      }
    }
  }

  /** The steps of a workflow that was created without any: it parses. */
  private static JsonObject defaultSteps() {
    JsonObject trigger =
        JsonObject.of("type", "TRIGGER")
            .with("name", "trigger")
            .with("next", List.of(JsonObject.of("step", "parse")));
    return JsonObject.of(
        STEPS, List.of(trigger, JsonObject.of("type", "PARSE").with("name", "parse")));
  }
}
