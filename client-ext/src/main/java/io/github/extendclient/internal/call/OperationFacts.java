package io.github.extendclient.internal.call;

import io.github.extendclient.runtime.Operation;
import io.github.extendclient.runtime.RunCategory;
import java.lang.annotation.Annotation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a call must know of its operation, read from the annotation of the generated method. */
record OperationFacts(
    String id,
    String method,
    String path,
    boolean idempotent,
    RunCategory category,
    @Nullable Duration hold) {

  static OperationFacts of(Operation operation) {
    return new OperationFacts(
        operation.id(),
        operation.method(),
        operation.path(),
        operation.idempotent(),
        operation.category(),
        operation.timeout().isEmpty() ? null : Duration.parse(operation.timeout()));
  }

  static @Nullable OperationFacts in(Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      if (annotation instanceof Operation operation) {
        return of(operation);
      }
    }
    return null;
  }

  String name() {
    return method + " " + path;
  }
}
