package io.github.extendclient.generator;

/**
 * A parameter of a method.
 *
 * @param annotations with which Retrofit takes it, and a space behind them; empty where a method
 *     takes it that Retrofit does not implement
 * @param type as it is spelled in the file
 * @param erased the type in a reference of Javadoc
 * @param name in Java
 * @param doc what it is, as Javadoc
 * @param addition the call that adds it to a request that is put together; empty for a part of the
 *     path or a body
 */
record Argument(
    String annotations, String type, String erased, String name, String doc, String addition) {
  String declaration() {
    return annotations + type + " " + name;
  }

  Argument withoutAnnotations() {
    return new Argument("", type, erased, name, doc, addition);
  }
}
