package io.github.extendclient.bulk;

import io.github.extendclient.extraction.Extracted;
import io.github.extendclient.extraction.ExtractionSchema;
import io.github.extendclient.internal.catalog.RunMethods;
import io.github.extendclient.internal.json.ModelAdapters;
import io.github.extendclient.internal.json.ModelJson;
import io.github.extendclient.runtime.ApiFactory;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.Model;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.v20260209.ExtendApi;
import io.github.extendclient.v20260209.api.ClassifyRunsApi;
import io.github.extendclient.v20260209.api.ExtractRunsApi;
import io.github.extendclient.v20260209.api.ParseRunsApi;
import io.github.extendclient.v20260209.api.SplitRunsApi;
import io.github.extendclient.v20260209.api.WorkflowRunsApi;
import io.github.extendclient.v20260209.model.ClassifierReference;
import io.github.extendclient.v20260209.model.ClassifyConfig;
import io.github.extendclient.v20260209.model.ClassifyRun;
import io.github.extendclient.v20260209.model.ExtractConfigJson;
import io.github.extendclient.v20260209.model.ExtractRun;
import io.github.extendclient.v20260209.model.ExtractorReference;
import io.github.extendclient.v20260209.model.ModelJsonAdapterFactory;
import io.github.extendclient.v20260209.model.ParseConfig;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.SplitConfig;
import io.github.extendclient.v20260209.model.SplitRun;
import io.github.extendclient.v20260209.model.SplitterReference;
import io.github.extendclient.v20260209.model.WorkflowReference;
import io.github.extendclient.v20260209.model.WorkflowRun;
import java.util.Map;
import java.util.function.Function;

/**
 * Starts bulk processing: parse, extract, classify, split, or a workflow, with a configuration or a
 * saved processor. The options are the same for all: see {@link Bulk}.
 *
 * @see <a href="https://docs.extend.ai/developers/async-processing">Async processing</a>
 */
public final class BulkOperations {
  private final ExtendApi api;
  private final ApiFactory apis;
  private final ModelJson models =
      new ModelJson(new ModelAdapters(ModelJsonAdapterFactory::adapterOf));

  private BulkOperations(ExtendApi api, ApiFactory apis) {
    this.api = api;
    this.apis = apis;
  }

  /**
   * Returns bulk processing with some operations, for code that receives the operations but not the
   * client; otherwise call the client's {@code bulk()}.
   *
   * @param api the operations, such as a client
   * @param apis implements the interface of {@link #runs}, such as {@code client::api}
   * @return never null
   */
  public static BulkOperations over(ExtendApi api, ApiFactory apis) {
    return new BulkOperations(api, apis);
  }

  /**
   * Parses with the API's default configuration.
   *
   * @return bulk processing to configure
   */
  public Bulk<ParseRun> parse() {
    return bulk(ParseRunsApi.class, ParseRun.class, Map.of());
  }

  /**
   * Parses.
   *
   * @param config for all documents
   * @return bulk processing to configure
   */
  public Bulk<ParseRun> parse(ParseConfig config) {
    return bulk(ParseRunsApi.class, ParseRun.class, config(config));
  }

  /**
   * Extracts.
   *
   * @param config for all documents
   * @return bulk processing to configure
   */
  public Bulk<ExtractRun> extract(ExtractConfigJson config) {
    return bulk(ExtractRunsApi.class, ExtractRun.class, config(config));
  }

  /**
   * Extracts with a saved extractor.
   *
   * @param extractor for all documents
   * @return bulk processing to configure
   */
  public Bulk<ExtractRun> extract(ExtractorReference extractor) {
    return bulk(
        ExtractRunsApi.class, ExtractRun.class, Map.of("extractor", models.write(extractor)));
  }

  /**
   * Extracts into records, with the configuration of the schema.
   *
   * @param <R> the record
   * @param schema of the record
   * @return bulk processing to configure; results are read leniently, with their problems
   */
  public <R extends Record> Bulk<Extracted<R>> extract(ExtractionSchema<R> schema) {
    return extract(schema, schema.config().build());
  }

  /**
   * Extracts into records.
   *
   * @param <R> the record
   * @param schema of the record
   * @param config a configuration with that schema, from {@link ExtractionSchema#config()}
   * @return bulk processing to configure; results are read leniently, with their problems
   */
  public <R extends Record> Bulk<Extracted<R>> extract(
      ExtractionSchema<R> schema, ExtractConfigJson config) {
    return bulk(
        ExtractRunsApi.class,
        run -> schema.readLenient(models.read(ExtractRun.class, run)),
        config(config));
  }

  /**
   * Classifies.
   *
   * @param config for all documents
   * @return bulk processing to configure
   */
  public Bulk<ClassifyRun> classify(ClassifyConfig config) {
    return bulk(ClassifyRunsApi.class, ClassifyRun.class, config(config));
  }

  /**
   * Classifies with a saved classifier.
   *
   * @param classifier for all documents
   * @return bulk processing to configure
   */
  public Bulk<ClassifyRun> classify(ClassifierReference classifier) {
    return bulk(
        ClassifyRunsApi.class, ClassifyRun.class, Map.of("classifier", models.write(classifier)));
  }

  /**
   * Splits.
   *
   * @param config for all documents
   * @return bulk processing to configure
   */
  public Bulk<SplitRun> split(SplitConfig config) {
    return bulk(SplitRunsApi.class, SplitRun.class, config(config));
  }

  /**
   * Splits with a saved splitter.
   *
   * @param splitter for all documents
   * @return bulk processing to configure
   */
  public Bulk<SplitRun> split(SplitterReference splitter) {
    return bulk(SplitRunsApi.class, SplitRun.class, Map.of("splitter", models.write(splitter)));
  }

  /**
   * Runs a workflow.
   *
   * @param workflow for all documents
   * @return bulk processing to configure
   */
  public Bulk<WorkflowRun> workflow(WorkflowReference workflow) {
    return bulk(
        WorkflowRunsApi.class, WorkflowRun.class, Map.of("workflow", models.write(workflow)));
  }

  /**
   * Creates runs with any interface whose runs process one file.
   *
   * <pre>{@code
   * extend.bulk().runs(EditRunsApi.class, Map.of("config", config))
   * }</pre>
   *
   * @param api a generated interface of any API version, or your own with the same annotations,
   *     including {@link io.github.extendclient.runtime.RunOperations}
   * @param request the properties of each create request except the file, by the API's names
   * @return bulk processing to configure; the value of a result is its JSON
   * @throws IllegalArgumentException if the interface cannot create its runs from a file, or cannot
   *     list them
   */
  public Bulk<JsonValue> runs(Class<?> api, Map<String, JsonValue> request) {
    return bulk(api, json -> json, request);
  }

  private Map<String, JsonValue> config(Model config) {
    return Map.of("config", models.write(config));
  }

  private <T> Bulk<T> bulk(Class<?> runs, Class<T> type, Map<String, JsonValue> request) {
    return bulk(runs, json -> models.read(type, json), request);
  }

  private <T> Bulk<T> bulk(
      Class<?> runs, Function<JsonValue, T> reader, Map<String, JsonValue> request) {
    RunMethods methods = RunMethods.of(runs);
    RunClient client = new RunClient(apis.create(runs), methods, models, new Files(api));
    return new Bulk<>(client, request, reader);
  }

  private record Files(ExtendApi api) implements RunClient.FileClient {
    @Override
    public String upload(Upload upload) {
      return api.files().upload(upload).getId();
    }

    @Override
    public void delete(String fileId) {
      api.files().delete(fileId);
    }
  }
}
