package io.github.extendclient.internal.attempt;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.ResponseBody;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Limits the size of the response that the next converter reads. */
public final class BoundedBodyFactory extends Converter.Factory {
  private final long maxBytes;

  public BoundedBodyFactory(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    Converter<ResponseBody, ?> next = retrofit.nextResponseBodyConverter(this, type, annotations);
    return body -> next.convert(bounded(body));
  }

  /**
   * Returns the body with a bound. A declared length was already compared with the limit, and is
   * enforced by OkHttp or, for bodies that users' code made, by {@link AttemptCall}.
   */
  private ResponseBody bounded(ResponseBody body) {
    return body.contentLength() < 0 ? new BoundedBody(body, maxBytes) : body;
  }
}
