package io.github.extendclient.id;

/**
 * An operation that takes an ID in its path.
 *
 * @param method how to call it, such as {@code extend.extractRuns().delete}
 * @param resource the part of that which names the resource, such as {@code extractRuns}
 * @param httpMethod such as {@code DELETE}
 * @param path the path template, such as {@code /extract_runs/{id}}
 */
public record IdOperation(String method, String resource, String httpMethod, String path) {
  /** Such as {@code extend.extractRuns().delete (DELETE /extract_runs/{id})}. */
  @Override
  public String toString() {
    return method + " (" + httpMethod + " " + path + ")";
  }
}
