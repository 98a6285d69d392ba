package io.github.extendclient.internal.call;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.extendclient.id.IdPolicy;
import io.github.extendclient.internal.catalog.IdRegistry;
import io.github.extendclient.internal.id.IdCheck;
import io.github.extendclient.internal.id.IdConverterFactory;
import io.github.extendclient.internal.json.JsonConverterFactory;
import io.github.extendclient.internal.json.ModelAdapters;
import io.github.extendclient.runtime.ApiVersion;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Retrofit;

/** Every generated interface can be implemented: each method is read by Retrofit and by us. */
class GeneratedInterfacesTest {
  private static final ModelAdapters CURRENT =
      new ModelAdapters(io.github.extendclient.v20260209.model.ModelJsonAdapterFactory::adapterOf);
  private static final ModelAdapters OLDER =
      new ModelAdapters(io.github.extendclient.v20250421.model.ModelJsonAdapterFactory::adapterOf);

  static Stream<Class<?>> interfaces() {
    return Stream.of(
            io.github.extendclient.v20260209.ExtendApi.class,
            io.github.extendclient.v20250421.ExtendApi.class)
        .flatMap(root -> Arrays.stream(root.getMethods()))
        .map(Method::getReturnType)
        .filter(type -> type.isAnnotationPresent(ApiVersion.class))
        .map(type -> (Class<?>) type);
  }

  @ParameterizedTest
  @MethodSource("interfaces")
  void retrofitImplementsEveryMethod(Class<?> api) {
    boolean current = api.getAnnotation(ApiVersion.class).value().equals("2026-02-09");
    IdCheck ids = new IdCheck(IdPolicy.STRICT, new IdRegistry(new LinkedHashMap<>()));
    Retrofit retrofit =
        new Retrofit.Builder()
            .baseUrl("http://localhost/")
            .addCallAdapterFactory(new FormAdapterFactory(null))
            .addConverterFactory(new IdConverterFactory(ids))
            .addConverterFactory(new JsonConverterFactory(current ? CURRENT : OLDER))
            .validateEagerly(true)
            .build();

    assertThatCode(() -> retrofit.create(api)).doesNotThrowAnyException();
  }
}
