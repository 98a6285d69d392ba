package io.github.extendclient.bulk;

import io.github.extendclient.runtime.JsonValue;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Stores results, so that the same content with the same configuration is not processed and billed
 * again. A fingerprint identifies the content, the kind of run and all settings of its create
 * request.
 *
 * <p>The trap: if the configuration has the engine version {@code latest} or none, the fingerprint
 * does not change when the API releases a new engine, so old results are reused. Pin the version to
 * avoid this.
 */
public interface BulkStore {
  /**
   * Returns a stored result.
   *
   * @param fingerprint letters and digits
   * @return the run passed to {@link #put}; null if there is none
   */
  @Nullable JsonValue get(String fingerprint);

  /**
   * Stores a result. May be called by several threads at once, and twice with the same fingerprint.
   *
   * @param fingerprint letters and digits
   * @param run a successful run, as the API sent it
   */
  void put(String fingerprint, JsonValue run);

  /**
   * Returns a store with one file per result.
   *
   * @param folder created if absent
   * @return never null
   */
  static BulkStore folder(Path folder) {
    return new FolderStore(folder);
  }
}
