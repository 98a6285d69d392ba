package io.github.extendclient.error;

import org.jspecify.annotations.Nullable;

/**
 * A file could not be fetched from its signed URL. The message names the host and never the URL,
 * whose query gives access to the file.
 */
public final class DownloadException extends ExtendException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Integer status;

  DownloadException(@Nullable Integer status, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  /** {@return the HTTP status; null if no response came, or it came and could not be kept} */
  public @Nullable Integer status() {
    return status;
  }
}
