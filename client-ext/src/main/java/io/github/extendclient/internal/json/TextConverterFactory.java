package io.github.extendclient.internal.json;

import io.github.extendclient.internal.catalog.ApiOperation;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * Returns the response of an operation that requests text unchanged: for a method that returns a
 * {@code String} and has {@code @Headers("Accept: text/…")}. Called by Retrofit, on the thread of
 * the call.
 */
public final class TextConverterFactory extends Converter.Factory {
  @Override
  public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    return type == String.class && ApiOperation.asksForText(annotations)
        ? TextConverterFactory::read
        : null;
  }

  /** Reads the body in the charset of its content type, by default UTF-8. */
  private static String read(ResponseBody body) throws IOException {
    try (body) {
      return JsonBodies.utf8(body).readUtf8();
    }
  }
}
