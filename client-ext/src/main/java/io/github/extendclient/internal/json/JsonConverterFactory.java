package io.github.extendclient.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.extendclient.runtime.internal.JsonAdapters;
import java.io.EOFException;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.Buffer;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * Converts bodies to and from JSON. Unlike Retrofit's own converter for Moshi, it distinguishes a
 * broken connection, a document that is not JSON, and JSON that is not a response of the operation.
 * Requires that a body does not throw {@link EOFException} when its connection breaks.
 */
public final class JsonConverterFactory extends Converter.Factory {
  private static final MediaType JSON = MediaType.get("application/json");

  private final ModelAdapters adapters;

  /**
   * Creates a factory.
   *
   * @param adapters the adapters of one API version
   */
  public JsonConverterFactory(ModelAdapters adapters) {
    this.adapters = adapters;
  }

  @Override
  public Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    return reading(adapters.adapter(type));
  }

  @Override
  public Converter<?, RequestBody> requestBodyConverter(
      Type type,
      Annotation[] parameterAnnotations,
      Annotation[] methodAnnotations,
      Retrofit retrofit) {
    return writing(adapters.adapter(type));
  }

  /** Returns a converter, which returns null for a response without a body. */
  private static <T> Converter<ResponseBody, T> reading(JsonAdapter<T> adapter) {
    return body -> {
      try (body) {
        return body.source().exhausted() ? null : read(adapter, body);
      }
    };
  }

  private static <T> Converter<T, RequestBody> writing(JsonAdapter<T> adapter) {
    return value -> {
      Buffer buffer = new Buffer();
      try (JsonWriter writer = JsonWriter.of(buffer)) {
        adapter.toJson(writer, value);
      }
      return RequestBody.create(buffer.readByteString(), JSON);
    };
  }

  private static <T> T read(JsonAdapter<T> adapter, ResponseBody body) throws IOException {
    JsonReader reader = JsonAdapters.newReader(JsonBodies.utf8(body));
    try {
      T value = adapter.fromJson(reader);
      if (value == null) {
        throw new UndecodableBody("$", "null instead of a document");
      }
      reader.peek(); // Throws if there is content after the document.
      return value;
    } catch (UndecodableBody e) {
      throw e;
    } catch (JsonEncodingException e) {
      String found =
          e.getCause() instanceof EOFException ? "the end of the body" : "text that is not JSON";
      throw new UndecodableBody(place(e, reader), found);
    } catch (EOFException e) {
      throw new UndecodableBody(reader.getPath(), "the end of the body");
    } catch (JsonDataException e) {
      boolean isTooDeep = String.valueOf(e.getMessage()).startsWith("Nesting too deep");
      throw new UndecodableBody(
          reader.getPath(), isTooDeep ? "a value that nests too deep" : kindAt(reader));
    } catch (RuntimeException e) {
      throw new UndecodableBody(reader.getPath(), "a value that does not fit");
    }
  }

  /**
   * Returns the path from the message, because the reader is already past a value that is kept as
   * text.
   */
  private static String place(JsonEncodingException e, JsonReader reader) {
    String message = String.valueOf(e.getMessage());
    int path = message.lastIndexOf(" at path $");
    return path < 0 ? reader.getPath() : message.substring(path + " at path ".length());
  }

  private static String kindAt(JsonReader reader) {
    try {
      return switch (reader.peek()) {
        case BEGIN_ARRAY -> "an array";
        case BEGIN_OBJECT -> "an object";
        case STRING, NUMBER -> "a string or number that does not fit";
        case BOOLEAN -> "a boolean";
        case NULL -> "null";
        default -> "a value that does not fit";
      };
    } catch (IOException | RuntimeException e) {
      return "a value that does not fit";
    }
  }
}
