package io.github.extendclient.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.lang.reflect.Type;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The adapters of one API version. Creates Moshi only for types that are not models, such as a list
 * of models: loading Moshi's adapters takes longer than reading most responses.
 */
public final class ModelAdapters {
  private final Function<Type, @Nullable JsonAdapter<?>> models;
  private @Nullable Moshi moshi;

  /**
   * Creates adapters.
   *
   * @param models returns the adapter of a model; null for other types
   */
  public ModelAdapters(Function<Type, @Nullable JsonAdapter<?>> models) {
    this.models = models;
  }

  JsonAdapter<?> adapter(Type type) {
    JsonAdapter<?> model = models.apply(type);
    return model == null ? moshi().adapter(type) : model;
  }

  private synchronized Moshi moshi() {
    if (moshi == null) {
      moshi =
          new Moshi.Builder()
              .add((type, annotations, self) -> annotations.isEmpty() ? models.apply(type) : null)
              .build();
    }
    return moshi;
  }
}
