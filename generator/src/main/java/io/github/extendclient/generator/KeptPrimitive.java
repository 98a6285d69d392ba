package io.github.extendclient.generator;

/**
 * The methods of a number or boolean that may be absent, and was always present in a release: the
 * getter with a box, beside that with the primitive, and the setter with the primitive, beside that
 * with the box.
 *
 * @param name the name of the setters
 * @param getter the name of the getter
 * @param box the type that may be null
 * @param primitive the type in that release
 * @param value the expression for the value
 * @param boxDoc the comment of the getter
 * @param primitiveDoc the comment of the setter
 * @param boxClass the class of the box
 */
record KeptPrimitive(
    String name,
    String getter,
    String box,
    String primitive,
    String value,
    String boxDoc,
    String primitiveDoc,
    String boxClass) {
  public String boxSignature() {
    return "public " + box + " " + getter + "()";
  }

  public String boxBody() {
    return "return " + value + ";";
  }

  public String primitiveSignature() {
    return "public Builder " + name + "(" + primitive + " " + name + ")";
  }

  public String primitiveBody() {
    return "return " + name + "(" + boxClass + ".valueOf(" + name + "));";
  }
}
