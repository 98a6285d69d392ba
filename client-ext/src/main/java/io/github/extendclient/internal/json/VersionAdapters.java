package io.github.extendclient.internal.json;

import io.github.extendclient.runtime.VersionDescription;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The adapters of each API version, shared by all clients and views. */
public final class VersionAdapters {
  private static final Map<VersionDescription<?>, ModelAdapters> ALL = new ConcurrentHashMap<>();

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
}
