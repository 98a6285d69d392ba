package io.github.extendclient.internal.json;

import com.squareup.moshi.JsonAdapter;
import io.github.extendclient.runtime.JsonDocument;
import io.github.extendclient.runtime.OpenEnum;
import io.github.extendclient.runtime.OpenIntegerEnum;
import io.github.extendclient.runtime.VersionDescription;
import io.github.extendclient.version.ApiVersions;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The adapters of all API versions, shared by all clients and views. */
public final class VersionAdapters {
  private static final Map<VersionDescription<?>, ModelAdapters> ALL = new ConcurrentHashMap<>();

  /**
   * The adapters of all models, including generated ones of users, for interfaces written by users.
   */
  public static final ModelAdapters EVERY = new ModelAdapters(VersionAdapters::adapterOf);

  private VersionAdapters() {}

  /**
   * Returns the adapters of a version.
   *
   * @param version any version
   * @return the same object each time
   */
  public static ModelAdapters of(VersionDescription<?> version) {
    return ALL.computeIfAbsent(version, made -> new ModelAdapters(made::adapterOf));
  }

  private static @Nullable JsonAdapter<?> adapterOf(Type type) {
    for (VersionDescription<?> version : ApiVersions.ALL) {
      JsonAdapter<?> adapter = version.adapterOf(type);
      if (adapter != null) {
        return adapter;
      }
    }
    return type instanceof Class<?> model && isModel(model) ? ownAdapterOf(model) : null;
  }

  private static boolean isModel(Class<?> type) {
    return JsonDocument.class.isAssignableFrom(type)
        || OpenEnum.class.isAssignableFrom(type)
        || OpenIntegerEnum.class.isAssignableFrom(type);
  }

  /** Returns the adapter of a model of a user's own specification, which is package-private. */
  private static @Nullable JsonAdapter<?> ownAdapterOf(Class<?> model) {
    String factory = model.getPackageName() + ".ModelJsonAdapterFactory";
    try {
      return (JsonAdapter<?>)
          Class.forName(factory, true, model.getClassLoader())
              .getMethod("adapterOf", Type.class)
              .invoke(null, model);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          model.getName()
              + " has no "
              + factory
              + " that can be called: take the generated interface from"
              + " extend.version(Version.INSTANCE), which needs no reflection.",
          e);
    }
  }
}
