package io.github.extendclient.internal.catalog;

import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import retrofit2.Call;

/**
 * A method of a Retrofit interface that sends a request.
 *
 * @param method the method
 * @param operation the operation that it calls
 * @param ids its parameters that take IDs with known prefixes
 */
public record ApiMethod(Method method, ApiOperation operation, List<IdParameter> ids) {
  /** {@return whether it returns the response itself, not a future or a call} */
  public boolean isBlocking() {
    return isBlocking(method);
  }

  static boolean isBlocking(Method method) {
    Class<?> type = method.getReturnType();
    return type != Call.class && type != CompletableFuture.class;
  }

  /** {@return whether the specification marks it as deprecated} */
  public boolean isDeprecated() {
    return method.isAnnotationPresent(Deprecated.class);
  }

  /** {@return whether it takes one ID and nothing else} */
  public boolean takesOnlyAnId() {
    return method.getParameterCount() == 1
        && method.getParameterTypes()[0] == String.class
        && ids.size() == 1;
  }
}
