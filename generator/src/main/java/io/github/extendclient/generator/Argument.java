package io.github.extendclient.generator;

/**
 * A parameter of a method.
 *
 * @param kind its place in the request
 * @param annotations Retrofit's annotations, followed by a space; empty in a method that Retrofit
 *     does not implement
 * @param type the type as written in the file
 * @param name the name in Java
 * @param doc its Javadoc
 * @param addition the call that adds it to an assembled request; empty for a part of the path or a
 *     body
 */
record Argument(
    Kind kind, String annotations, String type, String name, String doc, String addition) {
  /** The place of an argument in the request. */
  enum Kind {
    PATH,
    ADDED,
    BODY
  }

  /** Returns an argument that is sent unchanged. */
  static Argument sent(String annotations, String type, String name, String doc) {
    return new Argument(Kind.BODY, annotations, type, name, doc, "");
  }

  String declaration() {
    return annotations + type + " " + name;
  }

  /** Returns the erased type, for references in Javadoc. */
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
