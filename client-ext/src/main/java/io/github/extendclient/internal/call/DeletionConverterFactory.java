package io.github.extendclient.internal.call;

import io.github.extendclient.internal.catalog.ApiOperation;
import io.github.extendclient.internal.json.UndecodableBody;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * Accepts any body of a successful deletion: one that cannot be decoded, such as {@code "OK"},
 * counts as empty. Only an HTML page fails, which a proxy sent and not the API. Called by Retrofit,
 * on the thread of the call.
 */
final class DeletionConverterFactory extends Converter.Factory {
  @Override
  public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    ApiOperation operation = ApiOperation.in(annotations);
    if (operation == null || !operation.method().equals("DELETE")) {
      return null;
    }
    Converter<ResponseBody, ?> next = retrofit.nextResponseBodyConverter(this, type, annotations);
    return body -> {
      MediaType contentType = body.contentType();
      try {
        return next.convert(body);
      } catch (UndecodableBody e) {
        if (contentType != null && contentType.subtype().contains("html")) {
          throw e;
        }
        return null;
      }
    };
  }
}
