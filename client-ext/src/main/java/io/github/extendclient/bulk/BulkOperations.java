package io.github.extendclient.bulk;

import io.github.extendclient.extraction.Extracted;
import io.github.extendclient.extraction.ExtractionSchema;
import io.github.extendclient.internal.catalog.RunMethods;
import io.github.extendclient.internal.json.ModelAdapters;
import io.github.extendclient.internal.json.ModelJson;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.Model;
import io.github.extendclient.runtime.Upload;
import io.github.extendclient.v20260209.ExtendApi;
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
  private final ModelJson models =
      new ModelJson(new ModelAdapters(ModelJsonAdapterFactory::adapterOf));

  private BulkOperations(ExtendApi api) {
    this.api = api;
  }

  /**
   * Returns bulk processing with some operations, for code that receives the operations but not the
   * client; otherwise call the client's {@code bulk()}.
   *
   * @param api the operations, such as a client
   * @return never null
   */
  public static BulkOperations over(ExtendApi api) {
    return new BulkOperations(api);
  }

  /**
   * Parses with the API's default configuration.
   *
   * @return bulk processing to configure
   */
  public Bulk<ParseRun> parse() {
    return bulk(api.parseRuns(), ParseRun.class, Map.of());
  }

  /**
   * Parses.
   *
   * @param config for all documents
   * @return bulk processing to configure
   */
  public Bulk<ParseRun> parse(ParseConfig config) {
    return bulk(api.parseRuns(), ParseRun.class, config(config));
  }

  /**
   * Extracts.
   *
   * @param config for all documents
   * @return bulk processing to configure
   */
  public Bulk<ExtractRun> extract(ExtractConfigJson config) {
    return bulk(api.extractRuns(), ExtractRun.class, config(config));
  }

  /**
   * Extracts with a saved extractor.
   *
   * @param extractor for all documents
   * @return bulk processing to configure
   */
  public Bulk<ExtractRun> extract(ExtractorReference extractor) {
    return bulk(api.extractRuns(), ExtractRun.class, Map.of("extractor", models.write(extractor)));
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
        api.extractRuns(),
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
    return bulk(api.classifyRuns(), ClassifyRun.class, config(config));
  }

  /**
   * Classifies with a saved classifier.
   *
   * @param classifier for all documents
   * @return bulk processing to configure
   */
  public Bulk<ClassifyRun> classify(ClassifierReference classifier) {
    return bulk(
        api.classifyRuns(), ClassifyRun.class, Map.of("classifier", models.write(classifier)));
  }

  /**
   * Splits.
   *
   * @param config for all documents
   * @return bulk processing to configure
   */
  public Bulk<SplitRun> split(SplitConfig config) {
    return bulk(api.splitRuns(), SplitRun.class, config(config));
  }

  /**
   * Splits with a saved splitter.
   *
   * @param splitter for all documents
   * @return bulk processing to configure
   */
  public Bulk<SplitRun> split(SplitterReference splitter) {
    return bulk(api.splitRuns(), SplitRun.class, Map.of("splitter", models.write(splitter)));
  }

  /**
   * Runs a workflow.
   *
   * @param workflow for all documents
   * @return bulk processing to configure
   */
  public Bulk<WorkflowRun> workflow(WorkflowReference workflow) {
    return bulk(api.workflowRuns(), WorkflowRun.class, Map.of("workflow", models.write(workflow)));
  }

  /**
   * Creates runs with any interface whose runs process one file, such as {@code extend.editRuns()}.
   *
   * @param runs a generated interface, or one with the same annotations, including {@link
   *     io.github.extendclient.runtime.RunOperations}
   * @param request the properties of each create request except the file, by the API's names
   * @return bulk processing to configure; the value of a result is its JSON
   * @throws IllegalArgumentException if the interface cannot create its runs from a file, or cannot
   *     list them
   */
  public Bulk<JsonValue> runs(Object runs, Map<String, JsonValue> request) {
    return bulk(runs, json -> json, request);
  }

  private Map<String, JsonValue> config(Model config) {
    return Map.of("config", models.write(config));
  }

  private <T> Bulk<T> bulk(Object runs, Class<T> type, Map<String, JsonValue> request) {
    return bulk(runs, json -> models.read(type, json), request);
  }

  private <T> Bulk<T> bulk(
      Object runs, Function<JsonValue, T> reader, Map<String, JsonValue> request) {
    RunMethods methods = RunMethods.of(apiOf(runs));
    return new Bulk<>(new RunClient(runs, methods, models, new Files(api)), request, reader);
  }

  /** Returns the interface that Retrofit implements. */
  private static Class<?> apiOf(Object runs) {
    Class<?>[] interfaces = runs.getClass().getInterfaces();
    return interfaces.length == 0 ? runs.getClass() : interfaces[0];
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
