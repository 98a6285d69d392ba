package io.github.extendclient.generator;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A type in generated code.
 *
 * @param name the qualified name of a class, or a primitive type
 * @param arguments the type arguments of a generic class
 * @param nullable whether it has the annotation {@code @Nullable}
 */
record JavaType(String name, List<JavaType> arguments, boolean nullable) {
  static final JavaType STRING = of("java.lang.String");

  static JavaType of(String name, JavaType... arguments) {
    return new JavaType(name, List.of(arguments), false);
  }

  static JavaType listOf(JavaType element) {
    return of("java.util.List", element);
  }

  static JavaType mapOf(JavaType value) {
    return of("java.util.Map", STRING, value);
  }

  JavaType asNullable() {
    return new JavaType(name, arguments, true);
  }

  /**
   * Returns the type as written in a file. In a qualified name, the annotation is before the last
   * part.
   */
  String in(Imports imports) {
    String text = name.indexOf('.') < 0 ? name : imports.use(name);
    if (nullable) {
      String annotation = "@" + imports.use("org.jspecify.annotations.Nullable") + " ";
      int last = name.endsWith("[]") ? -1 : text.lastIndexOf('.');
      text =
          name.endsWith("[]")
              ? name.replace("[]", " " + annotation + "[]")
              : text.substring(0, last + 1) + annotation + text.substring(last + 1);
    }
    return arguments.isEmpty()
        ? text
        : arguments.stream()
            .map(argument -> argument.in(imports))
            .collect(Collectors.joining(", ", text + "<", ">"));
  }
}
