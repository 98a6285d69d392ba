package io.github.extendclient.generator;

/** The names that the parts of a document get in Java. */
interface JavaNames {
  /** The setter of a property or parameter. */
  String property(String name);

  /** The class of a schema. */
  String model(String name);

  /** The interface of a tag. */
  String api(String tag);

  /** The constant of a value of an enum. */
  String constant(String value, String type);

  /**
   * The method of an operation.
   *
   * @param operationId its ID
   * @param stated its {@code x-extend-method}; empty without
   */
  String method(String operationId, String stated);
}
