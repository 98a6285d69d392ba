package io.github.extendclient.internal.id;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refused ID on its way out of Retrofit, before it is known which operation was called. */
public final class IdRejection extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  final String parameter;

  @SuppressWarnings("serial") // always one of the JDK's unmodifiable lists, which are serializable
  final List<String> prefixes;

  final @Nullable String foreignPrefix;

  /** The class of the body that the ID is in; null if it is in the path. */
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
