package io.github.extendclient.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.lang.reflect.Type;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The adapters of one API version. Moshi itself is made for what is not a model, such as a list of
 * models: its own adapters take longer to load than most responses take to be read.
 */
public final class ModelAdapters {
  private final Function<Type, @Nullable JsonAdapter<?>> models;
  private @Nullable Moshi moshi;

  /**
   * Adapters around those of the models.
   *
   * @param models null for what is not a model
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
