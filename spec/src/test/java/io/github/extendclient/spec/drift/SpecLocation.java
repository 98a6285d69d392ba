package io.github.extendclient.spec.drift;

/**
 * Where a change is, in our words: an operation or one of our schemas, and the way from there.
 *
 * @param file the file below {@code spec/src/main/openapi/<version>} that says it
 */
record SpecLocation(SpecFiles files, String operation, String name, String file) {
  SpecLocation schema(String schema) {
    return new SpecLocation(files, operation, schema, files.ofSchema(schema, file));
  }

  SpecLocation property(String property) {
    return way("." + property);
  }

  SpecLocation part(String part) {
    return way(" " + part);
  }

  SpecLocation items() {
    return way("[]");
  }

  /** The values of a map. */
  SpecLocation values() {
    return way("{}");
  }

  /** A member of a union that has no name of its own. */
  SpecLocation member(String member) {
    return way("(" + member + ")");
  }

  private SpecLocation way(String step) {
    return new SpecLocation(files, operation, name + step, file);
  }
}
