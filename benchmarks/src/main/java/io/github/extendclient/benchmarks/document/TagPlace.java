package io.github.extendclient.benchmarks.document;

/** Where the property stands that tells the members of a union apart. */
public enum TagPlace {
  /** Before all others, as the API sends it. */
  FIRST,
  /** Behind all others, as JSON allows. */
  LAST
}
