package io.github.extendclient.bulk;

import io.github.extendclient.runtime.JsonValue;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Keeps results, so that the same content with the same configuration is not processed and billed
 * again. A fingerprint stands for content, kind of run and all settings of its create request.
 *
 * <p>The trap: a setting such as the engine version {@code latest}, or none at all, stays the same
 * when a new engine comes. Pin the version in the configuration if its results are to be new then.
 */
public interface BulkStore {
  /**
   * Looks a result up.
   *
   * @param fingerprint of letters and digits
   * @return the run as {@link #keep} was given it; null if there is none
   */
  @Nullable JsonValue find(String fingerprint);

  /**
   * Keeps a result. May be called by several threads at once, and twice with the same fingerprint.
   *
   * @param fingerprint of letters and digits
   * @param run a run that ended well, as the API sent it
   */
  void keep(String fingerprint, JsonValue run);

  /**
   * A store with a file for each result.
   *
   * @param folder is made if it does not exist
   * @return never null
   */
  static BulkStore folder(Path folder) {
    return new FolderStore(folder);
  }
}
