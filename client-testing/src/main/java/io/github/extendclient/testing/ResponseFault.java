package io.github.extendclient.testing;

import io.github.extendclient.testing.internal.http.Response;
import java.util.function.UnaryOperator;

/**
 * A fault that changes the response to an accepted request.
 *
 * @param name as {@code toString()} shows it
 */
record ResponseFault(String name, UnaryOperator<Response> change) implements Fault {
  @Override
  public String toString() {
    return name;
  }
}
