package io.github.extendclient.runtime;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if an upload failed locally, not in the network: the content could not be read or changed
 * its length, or the progress callback threw. The server did not receive the whole request, and a
 * retry would fail too.
 */
public final class UploadException extends IOException {
  private static final long serialVersionUID = 1L;

  UploadException(String message, @Nullable Exception cause) {
    super(message, cause);
  }
}
