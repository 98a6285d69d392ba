package io.github.extendclient.internal.config;

import org.jspecify.annotations.Nullable;

/** There is no usable key, found out before it is known which operation was called. */
public final class ApiKeyRejection extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ApiKeyRejection(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
