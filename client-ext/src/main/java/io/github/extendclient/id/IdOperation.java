package io.github.extendclient.id;

/**
 * An operation that takes an ID in its path.
 *
 * @param method the method with its accessors, such as {@code extend.extractRuns().delete}
 * @param resource its accessor of the resource, such as {@code extractRuns}
 * @param httpMethod such as {@code DELETE}
 * @param path the path template, such as {@code /extract_runs/{id}}
 */
public record IdOperation(String method, String resource, String httpMethod, String path) {
  /** Returns a text such as {@code extend.extractRuns().delete (DELETE /extract_runs/{id})}. */
  @Override
  public String toString() {
    return method + " (" + httpMethod + " " + path + ")";
  }
}
