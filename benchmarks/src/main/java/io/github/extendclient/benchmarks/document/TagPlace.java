package io.github.extendclient.benchmarks.document;

/** The position of the property that identifies the member of a union. */
public enum TagPlace {
  /** The first property, as the API sends it. */
  FIRST,
  /** The last property, which JSON allows. */
  LAST
}
