package io.github.extendclient.internal.id;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown inside Retrofit for a rejected ID, before the operation is known. */
public final class IdRejection extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  final String parameter;

  @SuppressWarnings("serial") // Always one of the JDK's unmodifiable lists, which are serializable.
  final List<String> prefixes;

  final @Nullable String foreignPrefix;

  /** The class of the body that contains the ID; null for an ID in the path. */
  final @Nullable Class<?> body;

  IdRejection(
      String parameter,
      List<String> prefixes,
      @Nullable String foreignPrefix,
      @Nullable Class<?> body,
      String message) {
    super(message);
    this.parameter = parameter;
    this.prefixes = prefixes;
    this.foreignPrefix = foreignPrefix;
    this.body = body;
  }
}
