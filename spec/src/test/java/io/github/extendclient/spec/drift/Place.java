package io.github.extendclient.spec.drift;

/**
 * Where a change is, in our words: an operation or one of our schemas, and the way from there.
 *
 * @param file the file below {@code spec/src/main/openapi/<version>} that says it
 */
record Place(SpecFiles files, String operation, String name, String file) {
  Place schema(String schema) {
    return new Place(files, operation, schema, files.ofSchema(schema, file));
  }

  Place property(String property) {
    return way("." + property);
  }

  Place part(String part) {
    return way(" " + part);
  }

  Place items() {
    return way("[]");
  }

  /** The values of a map. */
  Place values() {
    return way("{}");
  }

  /** A member of a union that has no name of its own. */
  Place member(String member) {
    return way("(" + member + ")");
  }

  private Place way(String step) {
    return new Place(files, operation, name + step, file);
  }
}
