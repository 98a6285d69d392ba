package io.github.extendclient.internal.id;

import io.github.extendclient.runtime.IdPrefix;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Body;
import retrofit2.http.Path;

/** Puts the ID check into the conversion of path parameters and bodies, before a request exists. */
public final class IdConverterFactory extends Converter.Factory {
  private static final BodyIds BODIES = new BodyIds();

  private final IdCheck check;

  /**
   * A factory around a check.
   *
   * @param check accepts or refuses
   */
  public IdConverterFactory(IdCheck check) {
    this.check = check;
  }

  @Override
  public @Nullable Converter<?, String> stringConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    Path path = find(annotations, Path.class);
    if (path == null || type != String.class) {
      return null;
    }
    IdPrefix prefix = find(annotations, IdPrefix.class);
    List<String> prefixes = prefix == null ? List.of() : List.of(prefix.value());
    Pattern others = prefix == null || prefix.or().isEmpty() ? null : Pattern.compile(prefix.or());
    return (String id) -> {
      if (others == null || !others.matcher(id).matches()) {
        check.check(path.value(), prefixes, id);
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
    if (find(parameterAnnotations, Body.class) == null || !BODIES.mayBeIn(type)) {
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

  private static <A extends Annotation> @Nullable A find(Annotation[] annotations, Class<A> type) {
    for (Annotation annotation : annotations) {
      if (type.isInstance(annotation)) {
        return type.cast(annotation);
      }
    }
    return null;
  }
}
