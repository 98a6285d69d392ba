package io.github.extendclient.generator;

/**
 * A parameter of a method.
 *
 * @param kind how it comes into the request
 * @param annotations with which Retrofit takes it, and a space behind them; empty where a method
 *     takes it that Retrofit does not implement
 * @param type as it is spelled in the file
 * @param name in Java
 * @param doc what it is, as Javadoc
 * @param addition the call that adds it to a request that is put together; empty for a part of the
 *     path or a body
 */
record Argument(
    Kind kind, String annotations, String type, String name, String doc, String addition) {
  /** How an argument comes into the request. */
  enum Kind {
    PATH,
    ADDED,
    BODY
  }

  /** One that is taken as it is. */
  static Argument sent(String annotations, String type, String name, String doc) {
    return new Argument(Kind.BODY, annotations, type, name, doc, "");
  }

  String declaration() {
    return annotations + type + " " + name;
  }

  /** The type as Javadoc refers to it. */
  String erased() {
    return type.replaceAll("<.*>", "").replaceAll("@\\w+ ", "");
  }

  Argument withoutAnnotations() {
    return new Argument(kind, "", type, name, doc, addition);
  }

  Argument withType(String other) {
    return new Argument(kind, annotations, other, name, doc, addition);
  }
}
