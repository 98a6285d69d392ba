package io.github.extendclient.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import io.github.extendclient.runtime.JsonValue;
import io.github.extendclient.runtime.internal.RawJson;
import java.io.IOException;
import java.util.Objects;
import okio.Buffer;

/** Models to JSON and back, for what works with any of them. */
public final class ModelJson {
  private final ModelAdapters adapters;

  /**
   * The JSON of the models of one API version.
   *
   * @param adapters know the models
   */
  public ModelJson(ModelAdapters adapters) {
    this.adapters = adapters;
  }

  /**
   * The value of a document, which is checked from end to end.
   *
   * @param document in UTF-8
   * @return never null
   * @throws IOException if it is not JSON
   */
  public static JsonValue value(byte[] document) throws IOException {
    return RawJson.read(JsonReader.of(new Buffer().write(document)));
  }

  /**
   * What a model is sent as.
   *
   * @param model of this API version
   * @return its JSON
   */
  public JsonValue write(Object model) {
    @SuppressWarnings("unchecked")
    JsonAdapter<Object> adapter = (JsonAdapter<Object>) adapters.adapter(model.getClass());
    return JsonValue.ofJson(adapter.toJson(model));
  }

  /**
   * The model of a JSON text.
   *
   * @param <T> the model
   * @param type of the model
   * @param json as the API sends it
   * @return never null
   * @throws IllegalArgumentException if it is not the JSON of such a model
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
