package io.github.extendclient.spec.lint;

/** One breach of an authoring rule: where it is, what is wrong and how to mend it. */
record Finding(String file, String pointer, String problem, String fix) {

  @Override
  public String toString() {
    return file + "#" + pointer + ": " + problem + ". Fix: " + fix + ".";
  }
}
