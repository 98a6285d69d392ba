package io.github.extendclient.internal.config;

import org.jspecify.annotations.Nullable;

/** Thrown if there is no usable key, before the operation is known. */
public final class ApiKeyRejection extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ApiKeyRejection(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
