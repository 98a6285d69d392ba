package io.github.extendclient.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.internal.RawJson;
import java.io.IOException;
import java.util.Objects;
import okio.Buffer;

/** Converts models of any type to and from JSON. */
public final class ModelJson {
  private final ModelAdapters adapters;

  /**
   * Creates a converter for one API version.
   *
   * @param adapters the adapters of the version
   */
  public ModelJson(ModelAdapters adapters) {
    this.adapters = adapters;
  }

  /**
   * Parses a document, and checks it completely.
   *
   * @param document in UTF-8
   * @return never null
   * @throws IOException if it is not JSON
   */
  public static JsonValue value(byte[] document) throws IOException {
    return RawJson.read(JsonReader.of(new Buffer().write(document)));
  }

  /**
   * Converts a model to JSON.
   *
   * @param model a model of this API version
   * @return its JSON
   */
  public JsonValue write(Object model) {
    @SuppressWarnings("unchecked")
    JsonAdapter<Object> adapter = (JsonAdapter<Object>) adapters.adapter(model.getClass());
    return JsonValue.ofJson(adapter.toJson(model));
  }

  /**
   * Converts JSON to a model.
   *
   * @param <T> the model
   * @param type the class of the model
   * @param json the JSON as the API sends it
   * @return never null
   * @throws IllegalArgumentException if the JSON does not fit the model
   */
  public <T> T read(Class<T> type, JsonValue json) {
    try {
      Object model = adapters.adapter(type).fromJson(RawJson.newReader(json));
      return type.cast(Objects.requireNonNull(model));
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(
          "The JSON does not fit " + type.getSimpleName() + ": " + e.getMessage(), e);
    }
  }
}
