package io.github.extendclient.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if a file could not be downloaded from its signed URL. The message names the host, never
 * the URL, which grants access to the file.
 */
public final class DownloadException extends ExtendException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Integer status;

  DownloadException(@Nullable Integer status, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  /** {@return the HTTP status; null if there was no response, or the failure came after it} */
  public @Nullable Integer status() {
    return status;
  }
}
