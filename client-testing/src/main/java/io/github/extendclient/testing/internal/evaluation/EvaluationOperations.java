package io.github.extendclient.testing.internal.evaluation;

import io.github.extendclient.testing.internal.api.ApiException;
import io.github.extendclient.testing.internal.api.ApiVersion;
import io.github.extendclient.testing.internal.api.Call;
import io.github.extendclient.testing.internal.api.Environment;
import io.github.extendclient.testing.internal.api.LegacyResponse;
import io.github.extendclient.testing.internal.api.Pages;
import io.github.extendclient.testing.internal.api.Route;
import io.github.extendclient.testing.internal.file.FileInputs;
import io.github.extendclient.testing.internal.file.FileShape;
import io.github.extendclient.testing.internal.http.Response;
import io.github.extendclient.testing.internal.json.Fields;
import io.github.extendclient.testing.internal.json.JsonObject;
import io.github.extendclient.testing.internal.processor.ProcessorShape;
import io.github.extendclient.testing.internal.processor.Processors;
import io.github.extendclient.testing.internal.state.Processor;
import io.github.extendclient.testing.internal.state.ProcessorKind;
import io.github.extendclient.testing.internal.state.Resource;
import io.github.extendclient.testing.internal.state.Store;
import io.github.extendclient.testing.internal.state.StoredFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Evaluation sets and their items, in both versions. */
public final class EvaluationOperations {
  public static final String SET = "evaluationSetId";
  public static final String FILES = "fileIds";
  public static final String EXPECTED = "expectedOutput";
  private static final String PROCESSOR = "processorKey";
  private static final int MAX_FILES = 50;

  /** From the page on creating evaluation set items. */
  private static final int MAX_ITEMS = 100;

  private static final Pages.Times<Resource> TIMES =
      Pages.times(Resource::createdAt, Resource::updatedAt);

  private final Environment environment;
  private final Processors processors;
  private final FileInputs inputs;
  private final ProcessorShape shape = new ProcessorShape();

  public EvaluationOperations(Environment environment, Processors processors) {
    this.environment = environment;
    this.processors = processors;
    this.inputs = new FileInputs(environment);
  }

  public List<Route> routes() {
    ApiVersion current = ApiVersion.V2026_02_09;
    ApiVersion legacy = ApiVersion.V2025_04_21;
    String items = "/evaluation_sets/{evaluationSetId}/items";
    List<Route> routes = new ArrayList<>();
    for (ApiVersion api : ApiVersion.values()) {
      routes.add(new Route(api, "GET", "/evaluation_sets", this::list));
      routes.add(new Route(api, "POST", "/evaluation_sets", this::create));
      routes.add(new Route(api, "GET", "/evaluation_sets/{id}", this::get));
    }
    routes.add(new Route(current, "GET", items, this::listItems));
    routes.add(new Route(current, "POST", items, this::createItems));
    routes.add(new Route(current, "GET", items + "/{itemId}", this::getItem));
    routes.add(new Route(current, "POST", items + "/{itemId}", this::updateItem));
    routes.add(new Route(current, "DELETE", items + "/{itemId}", this::deleteItem));
    routes.add(new Route(legacy, "GET", "/evaluation_sets/{id}/items", this::listItems));
    routes.add(new Route(legacy, "POST", "/evaluation_set_items", this::createLegacyItem));
    routes.add(new Route(legacy, "POST", "/evaluation_set_items/bulk", this::createLegacyItems));
    routes.add(new Route(legacy, "POST", "/evaluation_set_items/{id}", this::updateItem));
    routes.add(new Route(legacy, "DELETE", "/evaluation_set_items/{id}", this::deleteItem));
    return routes;
  }

  public static Resource requireSet(Environment environment, String id) {
    return environment.require(Store::evaluationSets, "evaluation set", id);
  }

  /** The processor that a set is for. */
  public static Processor processor(Processors processors, Resource set) {
    return processors.require("dp_" + set.text(PROCESSOR));
  }

  private Response list(Call call) {
    boolean legacy = call.version().isLegacy();
    return environment
        .pages()
        .response(
            call,
            environment.store().evaluationSets(),
            set ->
                call.queryAllows(
                    legacy ? "processorId" : "entityId",
                    ProcessorShape.id(processor(processors, set), call.version())),
            new Pages.Listing<>(
                legacy ? "evaluationSets" : null, true, TIMES, set -> shape(set, call.version())));
  }

  private Response create(Call call) throws IOException {
    Fields body = call.jsonBody();
    Processor processor =
        processors.require(
            body.requireText(call.version().isLegacy() ? "processorId" : "entityId"));
    JsonObject data =
        JsonObject.of("name", body.requireText("name"))
            .with("description", description(call, body))
            .with(PROCESSOR, processor.saved().key());
    Resource set = new Resource(environment.newKey(), data, environment.now());
    environment.store().evaluationSets().put(set.key(), set);
    return response(call, "evaluationSet", shape(set, call.version()));
  }

  /** Required in 2025-04-21. */
  private static String description(Call call, Fields body) {
    if (call.version().isLegacy()) {
      body.require("description");
    }
    return body.text("description").orElse("");
  }

  private Response get(Call call) {
    Resource set = requireSet(environment, call.id());
    return response(call, "evaluationSet", shape(set, call.version()));
  }

  private JsonObject shape(Resource set, ApiVersion api) {
    Processor processor = processor(processors, set);
    JsonObject shown =
        JsonObject.of("object", "evaluation_set")
            .with("id", "ev_" + set.key())
            .with("name", set.text("name"))
            .with("description", set.text("description"))
            .with("createdAt", FileShape.time(set.createdAt()))
            .with("updatedAt", FileShape.time(set.updatedAt()));
    return api.isLegacy()
        ? shown.with("processorId", ProcessorShape.id(processor, api))
        : shown.with("entity", shape.summary(processor));
  }

  private Response listItems(Call call) {
    boolean legacy = call.version().isLegacy();
    String setId = legacy ? call.id() : call.path(SET);
    requireSet(environment, setId);
    return environment
        .pages()
        .response(
            call,
            environment.store().evaluationItems(),
            item -> item.text(SET).equals(setId),
            new Pages.Listing<>(
                legacy ? "evaluationSetItems" : null,
                true,
                TIMES,
                legacy ? this::legacyItem : this::itemSummary));
  }

  private Response createItems(Call call) throws IOException {
    Resource set = requireSet(environment, call.path(SET));
    List<JsonObject> data = items(set, call.jsonBody());
    List<JsonObject> items = data.stream().map(this::add).map(this::item).toList();
    return Response.json(200, JsonObject.of("evaluationSetItems", items));
  }

  private Response createLegacyItem(Call call) throws IOException {
    Fields body = call.jsonBody();
    Resource set = requireSet(environment, body.requireText(SET));
    return response(call, "evaluationSetItem", legacyItem(add(itemData(set, body))));
  }

  private Response createLegacyItems(Call call) throws IOException {
    Fields body = call.jsonBody();
    List<JsonObject> data = items(requireSet(environment, body.requireText(SET)), body);
    List<JsonObject> items = data.stream().map(this::add).map(this::legacyItem).toList();
    return response(call, "evaluationSetItems", items);
  }

  /** The data of the items of a request, checked before any of them is added. */
  private List<JsonObject> items(Resource set, Fields body) {
    body.require("items");
    List<Fields> items = body.objects("items");
    if (items.isEmpty() || items.size() > MAX_ITEMS) {
      throw ApiException.invalidRequest(
          "The property \"items\" must have 1 to "
              + MAX_ITEMS
              + " items, but it has "
              + items.size()
              + ".");
    }
    return items.stream().map(item -> itemData(set, item)).toList();
  }

  private JsonObject itemData(Resource set, Fields item) {
    if (item.has("fileId") == item.has(FILES)) {
      throw ApiException.invalidRequest(
          "The property \""
              + item.pathOf("fileId")
              + "\" (or \"fileIds\") is required, and only one of them.");
    }
    List<String> ids = item.has(FILES) ? item.texts(FILES) : List.of(item.requireText("fileId"));
    if (item.has(FILES)
        && (ids.size() < 2 || ids.size() > MAX_FILES || new HashSet<>(ids).size() < ids.size())) {
      throw ApiException.invalidRequest(
          "The property \""
              + item.pathOf(FILES)
              + "\" must have 2 to "
              + MAX_FILES
              + " different file IDs.");
    }
    if (item.has(FILES) && processor(processors, set).kind() != ProcessorKind.EXTRACT) {
      throw ApiException.invalidRequest(
          "The property \""
              + item.pathOf(FILES)
              + "\" is only taken by the evaluation sets of extractors: use \"fileId\".");
    }
    ids.forEach(id -> inputs.ofId(id, item.pathOf(item.has(FILES) ? FILES : "fileId")));
    return JsonObject.of(SET, "ev_" + set.key()).with(FILES, ids).with(EXPECTED, expected(item));
  }

  /** The values of an extractor are an object; outputs of classifiers and splitters have none. */
  private static JsonObject expected(Fields item) {
    Fields expected = item.requireObject(EXPECTED);
    if (expected.has("value")) {
      expected.requireObject("value");
    }
    return expected.toMap();
  }

  private Resource add(JsonObject data) {
    Resource item = new Resource(environment.newKey(), data, environment.now());
    environment.store().evaluationItems().put(item.key(), item);
    return item;
  }

  private Response getItem(Call call) {
    return Response.json(200, item(requireItem(call)));
  }

  private Response updateItem(Call call) throws IOException {
    Resource item = requireItem(call);
    Fields body = call.jsonBody();
    item.update(JsonObject.of(EXPECTED, expected(body)), environment.now());
    return call.version().isLegacy()
        ? response(call, "evaluationSetItem", legacyItem(item))
        : Response.json(200, item(item));
  }

  private Response deleteItem(Call call) {
    Resource item = requireItem(call);
    String id = "evi_" + item.key();
    environment.remove(Store::evaluationItems, "evaluation set item", id);
    return call.version().isLegacy()
        ? LegacyResponse.deleted("evaluation set item", "evaluationSetItemId", id)
        : Response.json(200, JsonObject.of("id", id));
  }

  private Resource requireItem(Call call) {
    boolean legacy = call.version().isLegacy();
    String id = legacy ? call.id() : call.path("itemId");
    return environment
        .store()
        .evaluationItems()
        .find(id)
        .filter(item -> legacy || item.text(SET).equals(call.path(SET)))
        .orElseThrow(() -> ApiException.notFound("evaluation set item", id));
  }

  private JsonObject itemSummary(Resource item) {
    List<JsonObject> files = files(environment, item).stream().map(FileShape::summary).toList();
    boolean single = files.size() == 1;
    return JsonObject.of("object", "evaluation_set_item")
        .with("id", "evi_" + item.key())
        .with("file", single ? files.get(0) : null)
        .with("files", single ? null : files);
  }

  private JsonObject item(Resource item) {
    return itemSummary(item)
        .with("evaluationSetId", item.text(SET))
        .with(EXPECTED, item.data().get(EXPECTED));
  }

  private JsonObject legacyItem(Resource item) {
    return JsonObject.of("object", "evaluation_set_item")
        .with("id", "evi_" + item.key())
        .with("evaluationSetId", item.text(SET))
        .with("fileId", fileIds(item).get(0))
        .with(EXPECTED, item.data().get(EXPECTED));
  }

  /** The files of an item that are still there. */
  public static List<StoredFile> files(Environment environment, Resource item) {
    return fileIds(item).stream()
        .flatMap(id -> environment.store().files().find(id).stream())
        .toList();
  }

  private static List<String> fileIds(Resource item) {
    List<String> ids = new ArrayList<>();
    if (item.data().get(FILES) instanceof List<?> given) {
      given.forEach(id -> ids.add(String.valueOf(id)));
    }
    return ids;
  }

  private static Response response(Call call, String name, Object value) {
    return call.version().isLegacy() ? LegacyResponse.of(name, value) : Response.json(200, value);
  }
}
