package io.github.extendclient.internal.json;

import com.squareup.moshi.JsonAdapter;
import io.github.extendclient.runtime.VersionDescription;
import io.github.extendclient.version.ApiVersions;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The adapters of the models of API versions, shared by all clients and views. */
public final class VersionAdapters {
  private static final Map<VersionDescription<?>, ModelAdapters> ALL = new ConcurrentHashMap<>();

  /** The models of all versions, for interfaces that users write. */
  public static final ModelAdapters EVERY = new ModelAdapters(VersionAdapters::adapterOf);

  private VersionAdapters() {}

  /**
   * The adapters of a version.
   *
   * @param version any
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
    return null;
  }
}
