package io.github.extendclient.runtime;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An upload broke off on this side and not in the network: its content could not be read or changed
 * its length, or its progress callback threw. The server did not get the whole request, and sending
 * it again would end in the same way.
 */
public final class UploadException extends IOException {
  private static final long serialVersionUID = 1L;

  UploadException(String message, @Nullable Exception cause) {
    super(message, cause);
  }
}
