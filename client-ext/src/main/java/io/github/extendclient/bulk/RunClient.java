package io.github.extendclient.bulk;

import io.github.extendclient.internal.catalog.Parameters;
import io.github.extendclient.internal.catalog.RunMethods;
import io.github.extendclient.internal.json.ModelJson;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.Page;
import io.github.extendclient.runtime.PageRequest;
import io.github.extendclient.runtime.RunState;
import io.github.extendclient.runtime.Upload;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Calls the operations of one kind of run, with JSON in place of models. Blocking; called by
 * workers.
 */
final class RunClient {
  private final Object api;
  private final RunMethods methods;
  private final ModelJson models;
  private final FileClient files;

  /** Uploads and deletes files. */
  interface FileClient {
    /** Uploads a file and returns its ID. */
    String upload(Upload upload);

    void delete(String fileId);
  }

  /** A page of the list of runs. */
  record RunPage(List<RunFacts> runs, @Nullable String token) {}

  RunClient(Object api, RunMethods methods, ModelJson models, FileClient files) {
    this.api = api;
    this.methods = methods;
    this.models = models;
    this.files = files;
  }

  FileClient files() {
    return files;
  }

  /** Returns the name of the kind of run, for fingerprints and messages. */
  String kind() {
    return methods.create().operation().name();
  }

  boolean canDelete() {
    return methods.delete() != null;
  }

  /**
   * Decodes the request body from settings and file; throws before anything is sent if they do not
   * fit.
   */
  Object body(Map<String, JsonValue> settings, JsonValue file) {
    Map<String, JsonValue> properties = new LinkedHashMap<>(settings);
    properties.put(methods.file(), file);
    return models.read(methods.create().method().getParameterTypes()[0], Json.object(properties));
  }

  RunFacts create(Object body) {
    return facts(Parameters.call(methods.create().method(), api, body));
  }

  RunFacts retrieve(String id) {
    return facts(Parameters.call(methods.retrieve().method(), api, id));
  }

  void delete(String id) {
    if (methods.delete() != null) {
      Parameters.call(methods.delete().method(), api, id);
    }
  }

  /**
   * Reads a page of run summaries, most recently changed first.
   *
   * @param nameContains a part of the file name; null for all runs
   * @param token null for the first page
   */
  RunPage list(@Nullable String nameContains, int size, @Nullable String token) {
    Method list = methods.list().method();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("maxPageSize", size);
    if (nameContains != null) {
      values.put("fileNameContains", nameContains);
    }
    Object parameters = Parameters.of(list.getParameterTypes()[0], values);
    if (token != null) {
      parameters = ((PageRequest<?>) parameters).withPageToken(token);
    }
    Page<?> page = (Page<?>) Parameters.call(list, api, parameters);
    return new RunPage(
        page.pageItems().stream().map(this::facts).collect(Collectors.toList()), page.pageToken());
  }

  private RunFacts facts(Object run) {
    return RunFacts.of(models.write(run), run instanceof RunState state && state.isPending());
  }
}
