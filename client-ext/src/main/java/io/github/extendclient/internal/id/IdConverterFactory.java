package io.github.extendclient.internal.id;

import io.github.extendclient.internal.catalog.Catalog;
import io.github.extendclient.internal.catalog.IdParameter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Checks IDs during the conversion of path parameters and bodies, before a request exists. */
public final class IdConverterFactory extends Converter.Factory {
  private static final BodyIds BODIES = new BodyIds();

  private final IdCheck check;

  /**
   * Creates a factory.
   *
   * @param check checks the IDs
   */
  public IdConverterFactory(IdCheck check) {
    this.check = check;
  }

  @Override
  public @Nullable Converter<?, String> stringConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    IdParameter parameter = IdParameter.in(annotations);
    if (parameter == null || type != String.class) {
      return null;
    }
    Pattern others = parameter.others();
    return (String id) -> {
      if (others == null || !others.matcher(id).matches()) {
        check.check(parameter.name(), parameter.prefixes(), id);
      }
      return id;
    };
  }

  @Override
  public @Nullable Converter<?, RequestBody> requestBodyConverter(
      Type type,
      Annotation[] parameterAnnotations,
      Annotation[] methodAnnotations,
      Retrofit retrofit) {
    if (!Catalog.isBody(parameterAnnotations) || !BODIES.mayBeIn(type)) {
      return null;
    }
    Converter<Object, RequestBody> next =
        retrofit.nextRequestBodyConverter(this, type, parameterAnnotations, methodAnnotations);
    return (Object body) -> {
      BODIES.check(body, check);
      return next.convert(body);
    };
  }

  static List<String> placesFor(Class<?> body, String prefix) {
    return BODIES.placesFor(body, prefix);
  }
}
