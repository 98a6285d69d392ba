package io.github.extendclient.generator;

/** The Java names of the parts of a document. */
interface JavaNames {
  /** Returns the setter of a property or parameter. */
  String property(String name);

  /** Returns the class of a schema. */
  String model(String name);

  /** Returns the interface of a tag. */
  String api(String tag);

  /** Returns the constant of a value of an enum. */
  String constant(String value, String type);

  /**
   * Returns the method of an operation.
   *
   * @param operationId its ID
   * @param stated its {@code x-extend-method}; empty if absent
   */
  String method(String operationId, String stated);
}
